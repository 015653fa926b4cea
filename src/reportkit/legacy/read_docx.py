"""Read a Word document as blocks: headings by their style, lists, tables, and what stands aside.

Words that were struck out under tracked changes are kept as asides, and those that were put in
are text, as the document would be printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from reportkit.cannot_run import CannotRun
from reportkit.legacy.lines import Line, read_lines
from reportkit.legacy.old_report import Aside, Block, Heading, Item, Remark, Row, Where
from reportkit.source.word_package import (
    DOCUMENT,
    BrokenDocument,
    attribute,
    local_name,
    word_parts,
)


def read_docx(name: str, content: bytes) -> tuple[list[Block], list[Remark]]:
    """Read a document; a line is a paragraph of it. Raises CannotRun if it cannot be read."""
    try:
        parts = word_parts(content, (_STYLES, _NUMBERING, *_BESIDE))
    except BrokenDocument as error:
        raise CannotRun(
            f"{name} cannot be read as a Word document: {error}",
            "open it in Word and save it again as docx, or save its text by itself",
        ) from None
    reader = _Reader(_style_names(parts.get(_STYLES)), _numbered(parts.get(_NUMBERING)))
    reader.read(parts[DOCUMENT])
    for part in _BESIDE:
        for paragraph in _within(parts.get(part), "p"):
            reader.aside(_text(paragraph, struck=False))
    return reader.blocks, reader.remarks


_STYLES: Final = "word/styles.xml"
_NUMBERING: Final = "word/numbering.xml"
_BESIDE: Final = (
    *(f"word/{name}{number}.xml" for name in ("header", "footer") for number in ("", 1, 2, 3)),
    "word/footnotes.xml",
    "word/endnotes.xml",
    "word/comments.xml",
)
"""Parts of the package whose text is no part of the body."""


class _Reader:
    def __init__(self, styles: dict[str, str], numbered: frozenset[str]) -> None:
        self.blocks: list[Block] = []
        self.remarks: list[Remark] = []
        self._styles = styles
        self._numbered = numbered
        self._line = 0
        self._number = 0

    def read(self, element: Element) -> None:
        """Take the blocks of a part in their order."""
        for child in element:
            match local_name(child):
                case "p":
                    self._paragraph(child)
                case "tbl":
                    self._table(child)
                case "sectPr":
                    pass  # how pages are set
                case _:
                    self.read(child)

    def aside(self, text: str) -> None:
        """Keep what is no part of the body."""
        if text:
            self._line += 1
            self.blocks.append(Aside(text, Where(self._line)))

    def _paragraph(self, paragraph: Element) -> None:
        text = _text(paragraph, struck=False)
        self.aside(_text(paragraph, struck=True))
        if not text:
            return
        self._line += 1
        where = Where(self._line)
        style = self._style(paragraph)
        in_list = next(_within(paragraph, "numId"), None)
        if _HEADING.match(style):
            self.blocks.append(Heading(text, where))
        elif in_list is not None or style.startswith("list"):
            self.blocks.append(Item(text, where, self._next(in_list, style)))
            return
        else:
            blocks, remarks = read_lines((Line(text, where),))
            self.blocks += blocks
            self.remarks += remarks
        self._number = 0

    def _next(self, in_list: Element | None, style: str) -> int | None:
        """The number of an item; None in a list of bullets."""
        used = attribute(in_list, "val") if in_list is not None else ""
        if used not in self._numbered and not style.startswith("list number"):
            return None
        self._number += 1
        return self._number

    def _style(self, paragraph: Element) -> str:
        style = next(_within(paragraph, "pStyle"), None)
        identifier = attribute(style, "val") if style is not None else ""
        return self._styles.get(identifier, identifier).lower()

    def _table(self, table: Element) -> None:
        for row in _within(table, "tr"):
            cells = tuple(
                " ".join(filter(None, (_text(part, struck=False) for part in _within(cell, "p"))))
                for cell in row
                if local_name(cell) == "tc"
            )
            if any(cells):
                self._line += 1
                head = next(_within(row, "tblHeader"), None) is not None
                self.blocks.append(Row(cells, Where(self._line), head))
        self._number = 0


_HEADING: Final = re.compile(r"(?:heading|title|t[ií]tulo|encabezado)\b|heading\d")


def _within(element: Element | None, name: str) -> Iterator[Element]:
    """The elements of a name inside another, in their order."""
    if element is not None:
        yield from (part for part in element.iter() if local_name(part) == name)


def _text(element: Element, *, struck: bool) -> str:
    """The words of a paragraph; those that were struck out, or all others."""
    pieces: list[str] = []
    _gather(element, struck, pieces)
    return " ".join("".join(pieces).split())


def _gather(element: Element, struck: bool, pieces: list[str]) -> None:
    match local_name(element):
        case "t" if not struck:
            pieces.append(element.text or "")
        case "delText" if struck:
            pieces.append(element.text or "")
        case "tab" | "br" | "cr":
            pieces.append(" ")
        case "del" | "moveFrom" if not struck:
            return
        case "Fallback":  # says again what stands beside it
            return
        case _:
            for part in element:
                _gather(part, struck, pieces)


def _style_names(styles: Element | None) -> dict[str, str]:
    """Identifier of a style to its name, which is the same in every language of Word."""
    names: dict[str, str] = {}
    for style in _within(styles, "style"):
        name = next(_within(style, "name"), None)
        if name is not None:
            names[attribute(style, "styleId")] = attribute(name, "val")
    return names


def _numbered(numbering: Element | None) -> frozenset[str]:
    """The lists that are numbered and not of bullets, by their number in the document."""
    counted = {
        attribute(kind, "abstractNumId")
        for kind in _within(numbering, "abstractNum")
        if attribute(next(_within(kind, "numFmt"), kind), "val") not in ("bullet", "none", "")
    }
    return frozenset(
        attribute(used, "numId")
        for used in _within(numbering, "num")
        if attribute(next(_within(used, "abstractNumId"), used), "val") in counted
    )
