"""List where provided data came from, and every printed figure with the value it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportkit.assemble.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Codes,
    Document,
    Facts,
    Ground,
    KeyFacts,
    Markup,
    Origin,
    Paragraph,
    Plain,
    Section,
    Steps,
    Table,
)
from reportkit.assemble.labels import field_label
from reportkit.inputs.spots import Spot, spots
from reportkit.workspace.resolve import unescaped

if TYPE_CHECKING:
    from reportkit.assemble.edition import Edition

OPENING: Final = "key-facts"
"""Anchor of the part that stands before the sections."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed value of the provided data."""

    anchor: str
    """Of the row or the block it stands in."""
    shown: str
    ground: Ground


def origins(edition: Edition) -> dict[str, Origin]:
    """Key of provided data to where it came from, for what has a record of it."""
    sources = {source.id: source.citation for source in edition.report.sources}
    return {
        key: Origin(
            _label(edition, key),
            sources.get(record.source, record.source),
            record.as_of,
            record.release,
            record.file,
            record.sha256,
            record.sample,
        )
        for key, record in edition.input.provenance.items()
    }


def _label(edition: Edition, key: str) -> str:
    """The name of a dataset, with the release where it is one of several."""
    dataset, _, release = key.partition(".history.")
    label = field_label(edition, dataset)
    return f"{label}, {release}" if release else label


def spots_of(grounds: Iterable[Ground], edition: Edition) -> Mapping[str, tuple[Spot, ...]]:
    """Field of each ground to its rows and columns in the public files, where it is of one."""
    fields = dict.fromkeys(ground.field for ground in grounds)
    places = {field: spots(field, edition.input) for field in fields}
    return {field: where for field, where in places.items() if where}


def figures(document: Document) -> Iterator[Figure]:
    """Every figure of a document that has a ground, in the order of reading."""
    yield from _of_blocks(document.opening, OPENING)
    for section in document.sections:
        yield from _of_section(section)


def _of_section(section: Section) -> Iterator[Figure]:
    yield from _of_blocks(section.blocks, section.id)
    for inner in section.subsections:
        yield from _of_section(inner)


def _of_blocks(blocks: Iterable[Block], part: str) -> Iterator[Figure]:
    """The figures of blocks; those without an anchor stand under that of their part."""
    for block in blocks:
        if isinstance(block, Callout):
            yield from _of_blocks(block.blocks, block.id)
        for anchor, texts in _texts(block, part):
            yield from _grounded(anchor, texts)


def _texts(block: Block, part: str) -> Iterator[tuple[str, Iterable[Cell]]]:
    """The texts of a block in the order of reading, with the anchor each stands under."""
    match block:
        case Paragraph():
            yield part, (block.text,)
        case Bullets() | Steps():
            yield part, block.items
        case Table():
            yield block.id, block.figures
            yield from ((block.id, column.figures) for column in block.columns)
            yield from ((row.id, row.cells) for row in block.rows)
        case Facts():
            yield block.id, (value for _, value in block.pairs)
        case KeyFacts():
            yield from ((block.id, (fact.value, fact.note)) for fact in block.facts)


def _grounded(anchor: str, values: Iterable[Cell]) -> Iterator[Figure]:
    for value in values:
        match value:
            case Plain(text, Ground() as ground):
                yield Figure(anchor, text, ground)
            case Codes(codes, Ground() as ground):
                yield Figure(anchor, ", ".join(codes), ground)
            case Markup(markdown, marks):
                for mark in marks:
                    if mark.ground is not None:
                        shown = unescaped(markdown[mark.start : mark.end])
                        yield Figure(anchor, shown, mark.ground)
            case _:
                pass
