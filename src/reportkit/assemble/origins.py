"""List where provided data came from, and every printed figure with the value it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportkit.assemble.document import (
    Block,
    Callout,
    Codes,
    Document,
    Facts,
    Ground,
    KeyFacts,
    Origin,
    Plain,
    Section,
    Table,
)
from reportkit.assemble.edition import Edition


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
            sources.get(record.source, record.source),
            record.as_of,
            record.release,
            record.file,
            record.sha256,
            record.sample,
        )
        for key, record in edition.input.provenance.items()
    }


def figures(document: Document) -> Iterator[Figure]:
    """Every figure of a document that has a ground, in the order of reading."""
    yield from _of_blocks(document.opening)
    for section in document.sections:
        yield from _of_section(section)


def _of_section(section: Section) -> Iterator[Figure]:
    yield from _of_blocks(section.blocks)
    for inner in section.subsections:
        yield from _of_section(inner)


def _of_blocks(blocks: Iterable[Block]) -> Iterator[Figure]:
    for block in blocks:
        match block:
            case Table():
                for row in block.rows:
                    yield from _grounded(row.id, row.cells)
            case Facts():
                yield from _grounded(block.id, (value for _, value in block.pairs))
            case KeyFacts():
                yield from _grounded(block.id, (fact.value for fact in block.facts))
            case Callout():
                yield from _of_blocks(block.blocks)
            case _:
                pass


def _grounded(anchor: str, values: Iterable[object]) -> Iterator[Figure]:
    for value in values:
        match value:
            case Plain(text, Ground() as ground):
                yield Figure(anchor, text, ground)
            case Codes(codes, Ground() as ground):
                yield Figure(anchor, ", ".join(codes), ground)
            case _:
                pass
