"""The OldReport: an existing report as headings, paragraphs, items and rows, each with its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the old file: a line from 1, and the page if the file has pages."""

    line: int
    page: int | None = None

    def __str__(self) -> str:
        return f"line {self.line}" if self.page is None else f"page {self.page}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that is marked as a heading."""

    text: str
    where: Where


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; also a heading without markup, which only its words give away."""

    text: str
    where: Where


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list; `number` is its place in a numbered list."""

    text: str
    where: Where
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[str, ...]
    where: Where
    head: bool = False
    """True if the file marks it as the header."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Text that is no part of the body: page headers and footers, navigation, titles of files."""

    text: str
    where: Where


Block = Heading | Paragraph | Item | Row | Aside


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person should know of the import, at a place of the old file.

    `repaired` is structure that was put right, `inferred` a value that was concluded,
    `unplaced` text that went to the notes, `absent` something the old report does not say.
    """

    kind: Literal["repaired", "inferred", "unplaced", "absent"]
    message: str
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class OldReport:
    """What was read, in the order written, with what had to be repaired to read it."""

    name: str
    """File name without its folder."""
    sha256: str
    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = field(default=())


def text_of(block: Block) -> str:
    """The words of a block; the cells of a row with bars between them."""
    return " | ".join(block.cells) if isinstance(block, Row) else block.text
