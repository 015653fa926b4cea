"""Rule: two rows of a table or list for the same thing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication

_Key = Callable[[Any], Hashable]


def _fields(*names: str) -> _Key:
    return lambda row: tuple(getattr(row, name) for name in names)


_IN_INPUT: tuple[tuple[str, _Key], ...] = (
    ("payers", _fields("id")),
    ("sites", _fields("id")),
    ("modifiers", str),
    ("related_codes", _fields("code", "relation")),
    ("diagnoses", _fields("code")),
    ("taxonomies", _fields("code")),
    ("utilization", _fields("year", "setting")),
    ("coverage", _fields("payer", "policy_id")),
    ("missing", _fields("field", "section")),
)


@rule("error", "structure")
def repeated_row(publication: Publication) -> Iterator[Issue]:
    """Two rows of a table or list are about the same thing.

    Why:
        Of two rows for one code readers believe the one they see first, and sums count
        both.

    Bad:
        # input
        modifiers: ["22", "59", "22"]

    Good:
        # input
        modifiers: ["22", "59"]
    """
    data, report = publication.input, publication.report
    for name, key in _IN_INPUT:
        yield from _repeated("input", name, getattr(data, name) or (), key)
    yield from _repeated("report", "sources", report.sources, _fields("id"))
    yield from _repeated("report", "topics", report.topics, str)
    yield from _repeated("report", "revisions", report.revisions, _fields("version"))
    if publication.is_written("coding-specifications"):
        for name in ("modifiers", "excluded_modifiers"):
            rows = getattr(publication.coding, name)
            yield from _repeated("coding-specifications", name, rows, _fields("code"))
        yield from _both(publication)


def _repeated(file: str, name: str, rows: Sequence[Any], key: _Key) -> Iterator[Issue]:
    seen: dict[Hashable, int] = {}
    for index, row in enumerate(rows):
        identity = key(row)
        if identity in seen:
            said = " ".join(str(each) for each in identity) if isinstance(identity, tuple) else row
            yield Issue(
                At(file, (name, index)),
                f"{name} has {said} twice",
                "delete one of the two, or join them",
                related=((At(file, (name, seen[identity])), "listed here first"),),
            )
        else:
            seen[identity] = index


def _both(publication: Publication) -> Iterator[Issue]:
    rows = {row.code: index for index, row in enumerate(publication.coding.modifiers)}
    for index, excluded in enumerate(publication.coding.excluded_modifiers):
        if excluded.code in rows:
            row = at("coding-specifications", "modifiers", rows[excluded.code], "code")
            yield Issue(
                at("coding-specifications", "excluded_modifiers", index, "code"),
                f"modifier {excluded.code} is excluded and has a row",
                "delete the row or the exclusion",
                related=((row, "its row"),),
            )
