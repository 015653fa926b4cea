"""HTML in, blocks and remarks out: headings, paragraphs, lists, tables and definition lists."""

from __future__ import annotations

from html.parser import HTMLParser

from reportkit.legacy.lines import Line, read_lines
from reportkit.legacy.old_report import Aside, Block, Heading, Item, Paragraph, Remark, Row, Where


def read_html(html: str) -> tuple[list[Block], list[Remark]]:
    """Read a page as its reader sees it; navigation and page headers become asides."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.finish()
    return reader.blocks, reader.remarks


_SILENT = {"script", "style", "template", "noscript"}
_ASIDE = {"nav", "footer", "aside", "title", "button", "form"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = _HEADINGS | {
    "p", "div", "section", "article", "main", "header", "ul", "ol", "dl", "li", "dt", "dd", "br",
    "table", "thead", "tbody", "tfoot", "tr", "caption", "blockquote", "pre", "figure",
    "figcaption", "address", "hr", "html", "head", "body",
}  # fmt: skip


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.remarks: list[Remark] = []
        self._pieces: list[str] = []
        self._where = Where(1)
        self._kind = "p"
        self._silent: list[str] = []
        self._aside: list[str] = []
        self._numbers: list[int | None] = []
        self._cells: list[str] | None = None
        self._row_where = Where(1)
        self._head = True
        self._in_cell = False
        self._term = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent.append(tag)
        if tag == "img":
            self.handle_data(f" {dict(attrs).get('alt') or ''} ")
        if tag in ("td", "th"):
            self._start_cell(tag)
        elif tag in _BLOCKS or tag in _ASIDE:
            self._start_block(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._silent and tag == self._silent[-1]:
            self._silent.pop()
        if tag in ("table", "tr"):
            self._end_row()
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag in _BLOCKS or tag in _ASIDE:
            self._flush()
            if tag in ("ul", "ol") and self._numbers:
                self._numbers.pop()
            if tag in _HEADINGS or tag in ("li", "dd", "dt"):
                self._kind = "p"
            if self._aside and tag == self._aside[-1]:
                self._aside.pop()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if data.strip() and not any(piece.strip() for piece in reversed(self._pieces)):
            skipped = len(data) - len(data.lstrip())
            self._where = Where(self.getpos()[0] + data.count("\n", 0, skipped))
        self._pieces.append(data)

    def finish(self) -> None:
        """Take what stands behind the last tag."""
        self._end_row()
        self._flush()
        self._end_term()

    def _start_block(self, tag: str) -> None:
        if self._cells is not None and tag not in ("tr", "table"):
            self._pieces.append(" ")
            return
        if tag in ("tr", "table"):
            self._end_row()
        self._flush()
        if tag == "tr":
            self._cells, self._row_where, self._head = [], Where(self.getpos()[0]), True
        elif tag in ("ul", "ol", "li"):
            self._start_list(tag)
        elif tag in _HEADINGS or tag in ("dt", "dd"):
            self._kind = tag
        elif tag in _ASIDE:
            self._aside.append(tag)
        elif tag == "p" and self._kind in _HEADINGS:
            self._kind = "p"

    def _start_list(self, tag: str) -> None:
        if tag == "li":
            if self._numbers and self._numbers[-1] is not None:
                self._numbers[-1] += 1
            self._kind = tag
        else:
            self._numbers.append(0 if tag == "ol" else None)

    def _start_cell(self, tag: str) -> None:
        if self._cells is None:
            self._flush()
            self._cells, self._row_where, self._head = [], Where(self.getpos()[0]), True
        self._end_cell()
        self._head = self._head and tag == "th"
        self._in_cell = True

    def _end_cell(self) -> None:
        if self._cells is None:
            return
        text, self._pieces = _flat(self._pieces), []
        if text or self._in_cell:
            self._cells.append(text)
        self._in_cell = False

    def _end_row(self) -> None:
        if self._cells is None:
            return
        self._end_cell()
        if any(self._cells):
            self.blocks.append(Row(tuple(self._cells), self._row_where, self._head))
        self._cells = None

    def _flush(self) -> None:
        if self._cells is not None:
            return
        text, self._pieces = _flat(self._pieces), []
        if not text:
            return
        where = self._where
        if self._aside:
            self.blocks.append(Aside(text, where))
        elif self._kind in _HEADINGS:
            self.blocks.append(Heading(text, where))
        elif self._kind == "dt":
            self._end_term()
            self._term = text
        elif self._kind == "dd" and self._term:
            self.blocks.append(Paragraph(f"{self._term.rstrip(':')}: {text}", where))
            self._term = ""
        elif self._kind == "li":
            number = self._numbers[-1] if self._numbers else None
            self.blocks.append(Item(text, where, number))
        else:
            self._loose(text, where)

    def _loose(self, text: str, where: Where) -> None:
        """Running text; it may hold a bullet or a table that was never marked up."""
        blocks, remarks = read_lines((Line(text, where),))
        self.blocks += blocks
        self.remarks += remarks

    def _end_term(self) -> None:
        if self._term:
            self.blocks.append(Paragraph(self._term, self._where))
            self._term = ""


def _flat(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())
