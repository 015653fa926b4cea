"""Print a publication as PDF: as it is, with very long tables, and with very long words."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from functools import cache
from itertools import cycle, islice
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING, Any, Literal

from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import Cell, Document, Markup, Plain, Row, Section, Table, Text
from reportkit.assemble.language import translations
from reportkit.render.html import printable_html
from reportkit.render.pdf import PrintablePage, write_pdf
from reportkit.render.theme import load_theme
from reportkit.workspace.workspace import read_workspace
from small_project import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Paper = Literal["letter", "a4"]
Kind = Literal["small", "long", "wordy"]

ROWS = 300
WORD = "Photocoagulationwithoutanyplaceatwhichalinecouldeverbebroken"
ADDRESS = "https://example.org/" + "policies/" * 12 + "cervix.html?" + "x" * 80
LETTERS = [f"{first}{second}" for first in ascii_uppercase for second in ascii_lowercase]
TALL = " ".join(f"Visit {letters} took long." for letters in LETTERS[:300])
"""More than a page of a cell of the modifier table."""

HARD: dict[int, Text] = {5: Plain(WORD), 7: Markup(f"See <{ADDRESS}>."), 40: Plain(TALL)}
"""Rows of the long table with cells that are hard to set."""


@cache
def small_document() -> Document:
    """The report of tests/small as its sources have it."""
    (publication,) = read_workspace(SMALL, ["57511"]).publications
    return assemble(publication, translations("en"))


@cache
def long_document() -> Document:
    """The same with 300 modifiers, three of them with cells that are hard to set."""
    return _with_modifiers(small_document(), lambda rows: tuple(islice(cycle(rows), ROWS)))


@cache
def wordy_document() -> Document:
    """The same with a word at the end of every text that is longer than a line."""
    document = small_document()
    return replace(document, sections=_wordy(document.sections))


@cache
def pdf_of(kind: Kind, paper: Paper) -> bytes:
    """One of the documents as a PDF on that paper."""
    document = {"small": small_document, "long": long_document, "wordy": wordy_document}[kind]()
    identity = replace(document.identity, paper=paper)
    text, resources = printable_html(replace(document, identity=identity), load_theme())
    return write_pdf(PrintablePage(text, resources, "CR-57511", datetime(2026, 11, 23, tzinfo=UTC)))


def _with_modifiers(
    document: Document, change: Callable[[tuple[Row, ...]], Iterable[Row]]
) -> Document:
    def changed(section: Section) -> Section:
        blocks = tuple(
            replace(block, rows=_numbered(change(block.rows)))
            if isinstance(block, Table) and block.id == "modifier-table"
            else block
            for block in section.blocks
        )
        return replace(section, blocks=blocks, subsections=tuple(map(changed, section.subsections)))

    return replace(document, sections=tuple(map(changed, document.sections)))


def _numbered(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows, each with an id and words of its own, and hard cells in three of them."""
    found = []
    for index, row in enumerate(rows):
        code, what, when, note, line = row.cells
        own: list[Text] = [
            Plain(_woven(_said(cell), LETTERS[index])) for cell in (what, when, note, line)
        ]
        own[2:3] = [HARD.get(index, own[2])]
        found.append(Row(f"{row.id}-{index}", (code, *own)))
    return tuple(found)


def _woven(text: str, letters: str) -> str:
    """A text with letters behind every other word, so that no line is that of another row."""
    words = text.split()
    return " ".join(f"{word} {letters}" if n % 2 else word for n, word in enumerate(words))


def _said(text: Cell) -> str:
    assert isinstance(text, Plain | Markup)
    return text.text if isinstance(text, Plain) else text.markdown


def _wordy(value: Any, name: str = "") -> Any:
    """A part of a document with a long word at the end of every text in it."""
    if isinstance(value, tuple):
        return tuple(_wordy(each, name) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: _wordy(getattr(value, part.name), part.name) for part in fields(value)}
        return replace(value, **parts)
    return f"{value} {WORD}" if isinstance(value, str) and name in _TEXTS else value


_TEXTS = {
    "caption", "effect", "field", "label", "markdown", "pairs", "reason",
    "source", "text", "title",
}  # fmt: skip
