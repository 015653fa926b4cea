"""Gather what stands behind the words of a page: data, gaps, and the edition before, by place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportkit.assemble.edition import anchor
from reportkit.compare.comparison import FieldChange, compare, shown
from reportkit.desk.spots import Spot, printed_words, spot
from reportkit.findings.place import route_text
from reportkit.model.base import Unavailable
from reportkit.model.input import Missing
from reportkit.source.conditions import Condition
from reportkit.source.references import BadReference, Reference, Referring, Saying
from reportkit.workspace.editions import SOURCES, folder_of
from reportkit.workspace.passages import Passage, passages
from reportkit.workspace.publication import Publication
from reportkit.workspace.statements import STATEMENTS
from reportkit.workspace.ways import Unresolved, follow, root_of
from reportkit.workspace.workspace import read_workspace

MOST_WORDS = 200
"""Characters of a value that are shown; a list of hundreds of rows would hide the rest."""


@dataclass(frozen=True, slots=True)
class Datum:
    """A value of the data that a passage is written from, or held to."""

    id: str
    field: str
    """Its way through the input: `mpfs.global_days`."""
    value: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Before:
    """What a place said in the edition released last, where it says something else now."""

    id: str
    change: FieldChange
    spot: Spot


@dataclass(frozen=True, slots=True)
class ShownGap:
    """An entry of the ledger of missing data, and where the page says that it is missing."""

    record: Missing
    spot: Spot


def data_beside(publication: Publication) -> tuple[Datum, ...]:
    """The data that each passage rests on, in reading order."""
    try:
        by_place = {
            (field, passage.route): (field, passage)
            for passage in passages(publication)
            for field in _fields(passage)
        }
        return tuple(
            _datum(number, field, passage, publication)
            for number, (field, passage) in enumerate(by_place.values())
        )
    except Unavailable:
        return ()


def edition_before(root: Path, publication: Publication) -> Publication | None:
    """The edition of a publication that was released last; None if there is none to be read."""
    try:
        released = publication.editions.released
    except Unavailable:
        return None
    if not released:
        return None
    folder = root / folder_of(publication.code, released[-1].version) / SOURCES
    return read_workspace(folder, [publication.code]).publications[0]


def before_beside(publication: Publication, before: Publication | None) -> tuple[Before, ...]:
    """What the edition before said at each place where it said something else."""
    if before is None:
        return ()
    try:
        changes = compare(before, publication).changes
    except Unavailable:
        return ()
    fields = (
        (change.key, field)
        for change in changes
        for field in change.fields
        if change.key not in ("project", "report")
    )
    return tuple(
        Before(f"before-{number}", field, spot(publication, key, field.route))
        for number, (key, field) in enumerate(fields)
    )


def gaps_beside(publication: Publication) -> tuple[ShownGap, ...]:
    """The ledger of missing data, each entry with the notice of it on the page."""
    return tuple(
        ShownGap(gap, Spot(f"gap-{anchor(gap.field)}", printed_words(publication, gap.effect)))
        for gap in publication.gaps
    )


def _fields(passage: Passage) -> Iterator[str]:
    for reference in passage.references:
        yield from _fields_of(reference)


def _fields_of(reference: Referring) -> Iterator[str]:
    match reference:
        case Reference(names=("input", *names)):
            yield route_text(tuple(names))
        case Condition(comparisons=comparisons):
            yield from (
                route_text(way.names[1:])
                for comparison in comparisons
                for way in comparison.ways
                if way.names[0] == "input"
            )
        case Saying(name=name) if name in STATEMENTS:
            yield from STATEMENTS[name].needs
        case Reference() | Saying() | BadReference():
            return


def _datum(number: int, field: str, passage: Passage, publication: Publication) -> Datum:
    names = ("input", *field.split("."))
    value = follow(root_of(names, publication), names)
    text = value.reason if isinstance(value, Unresolved) else shown(value) or "not provided"
    short = text if len(text) <= MOST_WORDS else f"{text[:MOST_WORDS]} …"
    at = Spot(passage.key, printed_words(publication, passage.text))
    return Datum(f"datum-{number}", field, short, at)
