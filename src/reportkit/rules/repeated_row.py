"""Rule: two rows of a table or list for the same thing."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Final

from reportkit.check.issue import At, Issue, at
from reportkit.check.mend import same_rows, without
from reportkit.check.rule import rule
from reportkit.findings.place import Route, route_text
from reportkit.model.rows import ROWS, SAID_ONCE, key_words, keyed_lists, row_key
from reportkit.workspace.publication import Publication


@rule("error", "structure")
def repeated_row(publication: Publication) -> Iterator[Issue]:
    """Two rows of a table or list are about the same thing, or two entries say the same.

    Why:
        Of two rows for one code readers believe the one they see first, and sums count
        both. Where the same step stands twice another one is missing. Capitals and points
        make no other row.

    Bad:
        # input
        modifiers: ["22", "59", "22"]

    Good:
        # input
        modifiers: ["22", "59"]
    """
    for file in ROWS | SAID_ONCE:
        if publication.is_written(file):
            for route, rows, fields in keyed_lists(file, publication.model(file)):
                keys = [row_key(row, fields) for row in rows]
                yield from _repeated(publication, file, route, keys)
    yield from _current_in_history(publication)
    if publication.is_written("coding-specifications"):
        yield from _both(publication)


def _repeated(
    publication: Publication, file: str, route: Route, keys: list[tuple[Hashable, ...]]
) -> Iterator[Issue]:
    name, first_at = route_text(route), dict[tuple[Hashable, ...], int]()
    for index, key in enumerate(keys):
        first = first_at.setdefault(tuple(map(_as_said, key)), index)
        if first < index:
            row = (*route, index)
            # The entries of editions hang together by their hashes.
            alike = file != "editions" and same_rows(publication, file, row, (*route, first))
            yield Issue(
                At(file, row),
                f"{name} has {key_words(key).rstrip('.')} twice",
                "delete one of the two, or join them",
                related=((At(file, (*route, first)), "listed here first"),),
                fix=without(publication, file, row) if alike else None,
            )


def _as_said(part: Hashable) -> Hashable:
    """A part of a key without capitals and the signs around its words."""
    if not isinstance(part, str):
        return part
    return " ".join(filter(None, (word.strip(_SIGNS) for word in part.casefold().split()))) or part


_SIGNS: Final = ".,;:!?()'\"‘’“”"


def _current_in_history(publication: Publication) -> Iterator[Issue]:
    fees = publication.input.mpfs
    for index, earlier in enumerate(fees.history if fees else ()):
        if fees and earlier.release == fees.release:
            yield Issue(
                at("input", "mpfs", "history", index, "release"),
                f"mpfs.history has {fees.release}, the release of mpfs itself",
                "delete the entry: the history is of earlier releases",
                related=((at("input", "mpfs", "release"), "the release of mpfs"),),
            )


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
