"""A part of a document before it is numbered, and the blocks that many parts share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportkit.assemble.document import (
    Block,
    Callout,
    Chart,
    Column,
    Gap,
    Paragraph,
    Plain,
    Row,
    Section,
    Table,
)
from reportkit.assemble.edition import Edition, anchor
from reportkit.assemble.labels import field_label, section_title, word
from reportkit.model.absence import EFFECTS
from reportkit.model.input import Missing


@dataclass(frozen=True, slots=True)
class Part:
    """A titled part; its place in the numbering is not known yet."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    parts: tuple[Part, ...] = ()


def numbered(parts: Iterable[Part], prefix: str = "") -> tuple[Section, ...]:
    """Number parts and their parts: 1, 2, 2.1, 2.2, 3."""
    sections = []
    for index, part in enumerate(parts, start=1):
        number = f"{prefix}{index}"
        inner = numbered(part.parts, f"{number}.")
        sections.append(Section(part.id, number, part.title, part.blocks, inner))
    return tuple(sections)


def gap(edition: Edition, record: Missing, heading: str) -> Gap:
    """A record of missing data as the reader meets it, below a heading that may name it."""
    field = field_label(edition, record.field)
    return Gap(
        id=f"gap-{anchor(record.field)}",
        field=None if field == heading else field,
        reason=word(edition, record.reason),
        effect=edition.say(record.effect) if record.effect in EFFECTS else record.effect,
        since=record.since,
    )


def gaps_of(edition: Edition, section: str) -> tuple[Gap, ...]:
    """The gaps a section has to tell of, in the order of the ledger."""
    heading = section_title(edition, section)
    return tuple(
        gap(edition, record, heading)
        for record in edition.publication.gaps
        if record.section == section
    )


def table(
    edition: Edition,
    key: str,
    caption: str,
    columns: tuple[Column, ...],
    rows: Iterable[Row],
    dataset: str | None = None,
    charts: tuple[Chart, ...] = (),
    figures: Iterable[Plain] = (),
) -> tuple[Block, ...]:
    """A table with where its data comes from, below charts of it; without rows, a sentence.

    `figures` are those of the data that the caption says, in their order.
    A column in which no row says anything is left out.
    """
    told = tuple(rows)
    if not told:
        text = edition.say("{caption}: none in the data provided.", caption=caption)
        return (Paragraph(Plain(text)),)
    source = provenance_line(edition, dataset) if dataset else None
    columns, told = _telling(columns, told)
    made = Table(key, caption, columns, told, source, figures=tuple(figures))
    blocks: tuple[Block, ...] = (*charts, made)
    return (*sample_notice(edition, dataset, key), *blocks) if dataset else blocks


def _telling(
    columns: tuple[Column, ...], rows: tuple[Row, ...]
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """The columns in which a row says something, and the rows without the others."""
    kept = [
        place
        for place in range(len(columns))
        if not all(row.cells[place] == Plain(NOTHING) for row in rows)
    ]
    return (
        tuple(columns[place] for place in kept),
        tuple(replace(row, cells=tuple(row.cells[place] for place in kept)) for row in rows),
    )


NOTHING = "—"
"""Stands in a cell of which nothing is known, or that means nothing for its row."""


def provenance_line(edition: Edition, dataset: str) -> str | None:
    """One line that says where a dataset comes from, or None when that is not recorded."""
    origin = edition.input.provenance.get(dataset)
    if origin is None:
        return None
    number = edition.citations.get(origin.source)
    parts = [edition.say("Source {number}", number=number) if number else origin.source]
    if origin.release:
        parts.append(edition.say("release {release}", release=origin.release))
    parts.append(edition.say("as of {date}", date=edition.date(origin.as_of)))
    if origin.as_of.year < edition.report.effective.year:
        parts.append(edition.say("of an earlier year than this edition"))
    return ", ".join(parts)


def own_sources(edition: Edition, dataset: str, sources: Iterable[str]) -> Iterator[Plain]:
    """The source of each row of a dataset; dashes where all have that of the line below it."""
    named = tuple(sources)
    origin = edition.input.provenance.get(dataset)
    said = origin is not None and set(named) == {origin.source}
    for source in named:
        number = edition.citations.get(source, source)
        yield Plain(NOTHING if said else edition.say("Source {number}", number=number))


def sample_notice(edition: Edition, dataset: str, key: str) -> tuple[Block, ...]:
    """A remark that a dataset is a sample, where it is one; `key` is that of its table."""
    origin = edition.input.provenance.get(dataset)
    if origin is None or not origin.sample:
        return ()
    text = edition.say(
        "This data is a sample that shows the form of the report. It is not to be used on claims."
    )
    return (Callout(f"sample-{key}", edition.say("Sample data"), (Paragraph(Plain(text)),)),)
