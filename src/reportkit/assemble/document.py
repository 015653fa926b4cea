"""The Document: everything a publication says, in order, ready for templates to set.

References are resolved and generated sentences are written; what is left for the
templates is how it looks. Markdown is still Markdown, and `[@id]` is still a citation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Document:
    """One publication."""

    identity: Identity
    control: Facts
    """The document control block of the cover."""
    sections: tuple[Section, ...]
    """Numbered, in the order of reading; the contents list is made from them."""
    citations: Mapping[str, int]
    """Source id to the number it is cited by."""


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
    """Printed on every page while the report is not in force: "Draft", "Superseded" …"""
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
class Section:
    """A numbered part with an anchor; subsections are numbered below it."""

    id: str
    number: str
    title: str
    blocks: tuple[Block, ...]
    subsections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Plain:
    """Text to be set as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Markup:
    """CommonMark text without raw HTML; `[@id]` is a citation."""

    markdown: str


Text = Plain | Markup


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
class Column:
    """A column of a table; figures are set in tabular numerals and aligned right."""

    title: str
    kind: Literal["text", "code", "figure"] = "text"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with an anchor; its first cell is its header."""

    id: str
    cells: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table with at least one row; where it would have none, a Gap stands."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    source: str | None = None
    """A line below the table: where its data comes from."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A named hole in the data, set where the data would have stood."""

    id: str
    field: str
    """What is missing, in the reader's words."""
    reason: str
    needed_from: str
    effect: str
    since: date


@dataclass(frozen=True, slots=True)
class Callout:
    """A labelled remark set apart: sample data, an illustrative case."""

    id: str
    label: str
    blocks: tuple[Paragraph | Facts, ...]


@dataclass(frozen=True, slots=True)
class Quartile:
    """A row of a chart of spreads: the middle half of some amounts, and their median."""

    label: str
    low: Decimal | None
    """The first quartile; None, like `high`, where there are too few amounts for it."""
    middle: Decimal
    high: Decimal | None
    shown: str
    """The median as it is printed."""
    count: str
    """How many amounts there are, as it is printed."""


@dataclass(frozen=True, slots=True)
class Level:
    """An amount that every row of a chart is held against."""

    label: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Quartiles:
    """Spreads of like amounts, two at least, on a scale that starts at zero."""

    rows: tuple[Quartile, ...]
    level: Level | None
    top: Decimal
    """The largest amount the scale has to hold; charts to be compared share it."""
    spread_label: str
    middle_label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """An amount drawn as a length, and as it is printed."""

    label: str
    value: Decimal
    shown: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Like amounts, two at least, on a scale that starts at zero."""

    bars: tuple[Bar, ...]


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
    drawing: Quartiles | Bars | History
    alternative: str
    """For those who do not see it: all that it shows, and the name of the table."""


Block = Paragraph | Bullets | Steps | Facts | Table | Chart | Gap | Callout
