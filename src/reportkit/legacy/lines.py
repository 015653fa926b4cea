"""Lines of text in, blocks out: headings, lists and tables as people write them in plain text.

Reads what others left half done: bullets on a line of their own, tables without their first
bar, headings without a mark, paragraphs broken into lines of even length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportkit.legacy.headings import looks_like_heading, part_named
from reportkit.legacy.old_report import Aside, Block, Heading, Item, Paragraph, Remark, Row, Where


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the old file, with its place."""

    text: str
    where: Where


def read_lines(lines: Sequence[Line]) -> tuple[list[Block], list[Remark]]:
    """Take lines apart into blocks; every word of the lines is in one of them."""
    reader = _Reader(_width(lines))
    for line in lines:
        reader.take(line)
    reader.end_list()
    return reader.blocks, reader.remarks


_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?P<text>.*?)\s*#*\s*")
_NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?\s+[^\W\d_][^.!?:;]{2,70}")
"""A heading that is numbered below another, `12.4 Place of service`."""
_FOOTER = re.compile(r"(?:\S.{0,60}\s)?page \d[\d-]{0,8}(?: of \d{1,4})?", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[-*+•‣◦▪●·–]|(?P<number>\d{1,2})[.)])(?:\s+(?P<text>.*))?")
_SEPARATOR = re.compile(r"\s*(?:[|:][\s:]*)?-{2,}[-\s:|]*")
_RULE = re.compile(r"\s*(?:-{3,}|={3,}|\*{3,}|_{3,}|(?:[-*_] ){2,}[-*_])\s*")
_CODE_CELL = re.compile(r"-?[0-9A-Z]{2}\s*\|")
"""A modifier in a row that has no bar at its beginning."""
_CELL_BREAK = re.compile(r"(?<!\\)\|")
_END = re.compile(r"[.!?:][\"”’')\]*_]*$")
_LABEL = re.compile(r"\W*[A-Z0-9][\w /&()-]{1,40}:(?:\W|$)")
_SHORT = 120
"""A file with no line longer than this has its paragraphs broken into lines."""
_NARROWEST = 30
"""Letters of the longest line where paragraphs are broken, as in a column; else all are lists."""


@dataclass(slots=True)
class _Reader:
    width: int
    blocks: list[Block] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    _open: bool = False
    """True while the last block may go on in the next line."""
    _last: str = ""
    _bullet: tuple[Where, int | None] | None = None
    """A bullet that has not met its text yet."""

    def take(self, line: Line) -> None:
        text = line.text.strip()
        heading = _HEADING.fullmatch(line.text)
        bullet = _BULLET.fullmatch(line.text)
        if not text:
            self._open = False
        elif heading and heading["text"]:
            self._add(Heading(_flat(heading["text"]), line.where))
        elif _NUMBERED.fullmatch(text):
            self._add(Heading(_flat(text), line.where))
        elif _FOOTER.fullmatch(_flat(text)):
            self._add(Aside(_flat(text), line.where))
        elif "|" in text and self._is_row(text):
            self._row(text, line.where)
        elif _RULE.fullmatch(text) or _SEPARATOR.fullmatch(text):
            self._rule(text)
        elif bullet and not self._goes_on(text):
            self._bullet_line(bullet, line.where)
        else:
            self._text(text, line.where)
        self._last = text

    def end_list(self) -> None:
        """Say of a bullet that never met its text that it is empty."""
        if self._bullet is not None:
            where, number = self._bullet
            self._bullet = None
            self.remarks.append(Remark("repaired", "a bullet without text was dropped", where))
            if number is not None:
                self.blocks.append(Paragraph(f"{number}.", where))

    def _add(self, block: Block) -> None:
        self.end_list()
        self.blocks.append(block)
        self._open = False

    def _rule(self, text: str) -> None:
        """A line under a heading, between the head and body of a table, or between parts."""
        last = self.blocks[-1] if self.blocks else None
        if isinstance(last, Row) and "-" in text:
            self.blocks[-1] = replace(last, head=True)
        elif isinstance(last, Paragraph) and self._open and text[0] in "=-" and " " not in text:
            self.blocks[-1] = Heading(last.text, last.where)
        self._open = False

    def _is_row(self, text: str) -> bool:
        in_table = bool(self.blocks) and isinstance(self.blocks[-1], Row)
        bars = len(_CELL_BREAK.findall(text))
        edge = text[0] == "|" or text[-1] == "|" or _CODE_CELL.match(text) is not None
        return bars >= 2 or (bars == 1 and (in_table or edge))

    def _row(self, text: str, where: Where) -> None:
        if _SEPARATOR.fullmatch(text):
            self._rule("-")
            return
        if text[0] != "|":
            message = "a row of a table lacks its first bar"
            self.remarks.append(Remark("repaired", message, where))
        inner = text.removeprefix("|")
        inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
        cells = tuple(_flat(cell.replace("\\|", "|")) for cell in _CELL_BREAK.split(inner))
        if any(cells):
            self._add(Row(cells, where))

    def _bullet_line(self, bullet: re.Match[str], where: Where) -> None:
        number = int(bullet["number"]) if bullet["number"] else None
        self.end_list()
        if bullet["text"]:
            self._add(Item(_flat(bullet["text"]), where, number))
            self._open = True
        else:
            self._bullet = (where, number)
            self._open = False

    def _text(self, text: str, where: Where) -> None:
        if self._bullet is not None:
            at, number = self._bullet
            self._bullet = None
            message = "a bullet stands alone; its text follows on another line"
            self.remarks.append(Remark("repaired", message, at))
            self.blocks.append(Item(_flat(text), where, number))
        elif self._goes_on(text):
            last = self.blocks[-1]
            if isinstance(last, Paragraph | Item):
                self.blocks[-1] = replace(last, text=_joined(last.text, _flat(text)))
        else:
            self.blocks.append(Paragraph(_flat(text), where))
        self._open = True

    def _goes_on(self, text: str) -> bool:
        """True if a line continues the block before it."""
        last = self.blocks[-1] if self.blocks and self._open else None
        if not self.width or not isinstance(last, Paragraph | Item) or self._bullet:
            return False
        if (part_named(text) and not text[0].islower()) or part_named(last.text):
            return False
        if _LABEL.match(text):
            return False
        if _BULLET.fullmatch(text) and not (text[0].isdigit() and not _END.search(self._last)):
            return False
        if text[0].islower():
            return not _END.search(self._last) or len(self._last) > self.width // 2
        if isinstance(last, Item) or _LABEL.match(last.text):
            return len(self._last) > 0.75 * self.width and not _END.search(self._last)
        return len(self._last) > 0.7 * self.width and not looks_like_heading(last.text)


def _width(lines: Sequence[Line]) -> int:
    """Length of the longest line of broken text; 0 if each line is a paragraph."""
    longest = max((len(line.text.strip()) for line in lines if "|" not in line.text), default=0)
    return longest if _NARROWEST <= longest <= _SHORT else 0


def _joined(before: str, after: str) -> str:
    if before.endswith(("\N{HYPHEN}", "\N{SOFT HYPHEN}")):
        return before[:-1] + after
    if re.search(r"\w-$", before) and after[0].islower():
        return before + after
    return f"{before} {after}"


def _flat(text: str) -> str:
    return " ".join(text.split())


def number_lines(text: str) -> Iterator[Line]:
    """The lines of a text, numbered from 1."""
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        yield Line(line, Where(number))
