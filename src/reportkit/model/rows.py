"""Say what tells one row of a list from another, for the lists of every file."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any, Final

from reportkit.model.dataset_kind import Fields
from reportkit.model.datasets import KINDS
from reportkit.model.paths import Steps, lists_at

_PROVIDED: dict[str, Fields] = {
    f"{key}.{path}".rstrip("."): fields
    for key, kind in KINDS.items()
    for path, fields in kind.rows.items()
}

ROWS: Final[dict[str, dict[str, Fields]]] = {
    "input": {**_PROVIDED, "missing": ("field",)},
    "report": {"topics": (), "sources": ("id",), "revisions": ("version",)},
    "editions": {"released": ("version",), "recalled": ("version",)},
    "imported": {"set_aside": ("at", "text"), "guesses": ("file", "route", "reason")},
    "accepted": {"accepted": ("sentence", "subject")},
    "coding-specifications": {"modifiers": ("code",), "excluded_modifiers": ("code",)},
}
"""Key of a file and path of a list to the fields that tell its rows apart, none for texts.

The rows of other lists are told apart by their place alone, so that a step may be worded anew.
"""

SAID_ONCE: Final[dict[str, dict[str, Fields]]] = {
    "input": {
        "payers.aliases": (),
        "sites.pos": (),
        "sites.aliases": (),
        "diagnoses.excludes1": (),
        "coverage.diagnoses": (),
    },
    "report": {"audience": (), "sections": (), "sources.covers": (), "revisions.sections": ()},
    "clinical-context": {"workflow": ("text",), "guidelines": ("body", "title", "year")},
    "coding-specifications": {
        "companion_services": ("name", "modifiers"),
        "companion_services.modifiers": (),
    },
}
"""The same of lists whose rows are told apart by their place: what no two of them may both say."""


def fields_of(file: str, route: Steps) -> Fields | None:
    """What tells the rows of the list at a route apart; None if only their place does."""
    path = ".".join(step for step in route if isinstance(step, str))
    return ROWS.get(file, {}).get(path)


def row_key(row: Any, fields: Fields) -> tuple[Hashable, ...]:
    """By what a row is told from the others of its list."""
    return tuple(getattr(row, name) for name in fields) if fields else (row,)


def key_words(key: tuple[Hashable, ...]) -> str:
    """What tells a row from others in one line, without what is absent or empty."""
    words = (" ".join(part) if isinstance(part, tuple) else str(part or "") for part in key)
    return " ".join(word for word in words if word)


def keyed_lists(file: str, model: Any) -> Iterator[tuple[Steps, tuple[Any, ...], Fields]]:
    """Each list of a file that says nothing twice, with its route and what its rows say it by."""
    for path, fields in (ROWS.get(file, {}) | SAID_ONCE.get(file, {})).items():
        for route, rows in lists_at(model, path):
            yield route, rows, fields
