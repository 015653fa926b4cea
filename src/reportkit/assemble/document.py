"""The Document: everything a publication says, in order, ready for templates to set.

References are resolved and generated sentences are written; what is left for the
templates is how it looks. Markdown is still Markdown, and `[@id]` is still a citation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from reportkit.inputs.spots import Spot, ways


@dataclass(frozen=True, slots=True)
class Document:
    """One publication."""

    identity: Identity
    opening: tuple[Block, ...]
    """The key facts, which stand before everything else."""
    control: Facts
    """Document control, which stands at the end."""
    sections: tuple[Section, ...]
    """Numbered, in the order of reading; the contents list is made from them."""
    citations: Mapping[str, int]
    """Source id to the number it is cited by."""
    origins: Mapping[str, Origin] = field(default_factory=dict)
    """Key of provided data to where it came from."""
    spots: Mapping[str, tuple[Spot, ...]] = field(default_factory=dict)
    """Field of a figure to its rows and columns in the public files, where it is of one."""
    told: Mapping[Ground, str] = field(default_factory=dict)
    """What a reader is told who asks a figure: one line each for what there is to say."""


class NoSection(Exception):  # noqa: N818 -- names the section that is not there
    """The id of a section that a document does not have."""


def only_section(document: Document, section: str) -> Document:
    """The document with one of its sections alone, to be looked at; raises NoSection."""
    alone = tuple(part for part in document.sections if part.id == section)
    if not alone:
        raise NoSection(section)
    return replace(document, sections=alone)


@dataclass(frozen=True, slots=True)
class Identity:
    """What the publication is, for the cover, running heads and metadata."""

    report_id: str
    code_system: str
    code: str
    title: str
    publisher: str
    publisher_url: str | None
    version: str
    status: str
    banner: str | None
    """A sentence for every page while the report is not in force."""
    successor: Successor | None
    issue: str
    """The day it is of, and as what: "Draft of November 23, 2026", "Published …"."""
    address: str | None
    """Where it stands when it is published: its canonical address."""
    is_indexed: bool
    """Whether search engines may show it: only what is in force."""
    contact: str | None
    rights: str
    completeness: str
    """One sentence: complete, or partial with the number of named gaps."""
    description: str
    """One plain sentence for metadata."""
    keywords: tuple[str, ...]
    language: str
    """BCP 47 tag."""
    paper: Literal["letter", "a4"]
    published: date
    modified: date


@dataclass(frozen=True, slots=True)
class Origin:
    """Where provided data came from."""

    label: str
    """What readers call the data."""
    source: str
    """The citation of its source."""
    as_of: date
    release: str | None
    file: str | None
    sha256: str | None
    is_sample: bool


@dataclass(frozen=True, slots=True)
class Successor:
    """What took the place of a publication."""

    name: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part with an anchor; subsections are numbered below it."""

    id: str
    number: str
    title: str
    blocks: tuple[Block, ...]
    subsections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What a printed value came from: a place in the provided data, and the value there."""

    field: str
    """As references name it: `mpfs.nonfacility_payment`, `rates[3].p50`."""
    raw: str
    rounding: str | None = None
    """What was done to the value before it was printed: `to the cent`."""

    @property
    def datasets(self) -> tuple[str, ...]:
        """The keys of the provided data it belongs to: a sum may be of two."""
        return datasets_of(self.field)


def datasets_of(field: str) -> tuple[str, ...]:
    """The keys of the provided data that a field, or a sum of several, belongs to."""
    return tuple(dict.fromkeys(way[0].name for way in ways(field)))


@dataclass(frozen=True, slots=True)
class Plain:
    """Text to be set as it is."""

    text: str
    ground: Ground | None = None
    """Where it came from, if it is a value of the provided data."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure within prose, or a sentence made from the data, and what it stands on."""

    start: int
    end: int
    """Its place in the Markdown, in characters."""
    ground: Ground | None
    """The value of the provided data that it is; None for what an author typed."""
    basis: str | None = None
    """What a typed figure stands on, in words; None where nothing is known of it."""


@dataclass(frozen=True, slots=True)
class Markup:
    """CommonMark text without raw HTML; `[@id]` is a citation."""

    markdown: str
    marks: tuple[Mark, ...] = ()
    """In order; none within another."""


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes in a running list, never empty."""

    codes: tuple[str, ...]
    ground: Ground | None = None


@dataclass(frozen=True, slots=True)
class Plot:
    """A row's amounts drawn on the scale of their column, whose head says where it ends.

    It adds nothing to the row, where the amounts stand in words.
    """

    top: Decimal
    bottom: Decimal = Decimal(0)
    """Above 0 for dots alone: a length that does not start at 0 would lie."""
    parts: tuple[Decimal, ...] = ()
    """Amounts that add up, drawn behind one another."""
    spread: tuple[Decimal, Decimal] | None = None
    """The lower and the upper quartile."""
    dot: Decimal | None = None
    line: Decimal | None = None
    """The level that the column is held against."""


Text = Plain | Markup | Codes
Cell = Text | Plot


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One text, which may hold several paragraphs when it is Markup."""

    text: Text


@dataclass(frozen=True, slots=True)
class Bullets:
    """An unordered list, never empty."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """An ordered list, never empty; `notes` stand beside the step of the same index."""

    items: tuple[Text, ...]
    notes: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value pairs, set as a definition list."""

    id: str
    pairs: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class KeyFact:
    """What a reader came for, in a word or a figure, and in one line what it means."""

    label: str
    value: Plain
    note: Text
    """May lead to the section that tells more."""


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """The key facts of a publication, set large and close together."""

    id: str
    facts: tuple[KeyFact, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; figures are set in tabular numerals and aligned right."""

    title: str
    kind: Literal["text", "code", "figure", "plot"] = "text"
    figures: tuple[Plain, ...] = ()
    """Figures of the data that stand in the title, in their order."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with an anchor; its first cell is its header."""

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table with at least one row; where it would have none, a Gap stands."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    source: str | None = None
    """A line below the table: where its data comes from."""
    lead: str | None = None
    """Id of the section that says more, to which the caption leads."""
    figures: tuple[Plain, ...] = ()
    """Figures of the data that stand in the caption, in their order."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A named hole in the data, set where the data would have stood."""

    id: str
    field: str | None
    """What is missing, in the reader's words; None where the heading above says it."""
    reason: str
    effect: str
    since: date


@dataclass(frozen=True, slots=True)
class Callout:
    """A labelled remark set apart: sample data, an illustrative case."""

    id: str
    label: str
    blocks: tuple[Paragraph | Facts, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """An amount from a day on; None where none was set."""

    label: str
    """Of the day, the same in every series."""
    day: date
    value: Decimal | None
    shown: str


@dataclass(frozen=True, slots=True)
class Series:
    """An amount as it went on: points in the order of their days."""

    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class History:
    """One or two amounts over the same days, two at least; the scale need not start at zero."""

    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What a picture shows: data, not a drawing. A table of its section holds the figures."""

    id: str
    caption: str
    unit: str
    """What the scale counts in."""
    drawing: History
    alternative: str
    """For those who do not see it: all that it shows, and the name of the table."""


Block = Paragraph | Bullets | Steps | Facts | KeyFacts | Table | Chart | Gap | Callout
