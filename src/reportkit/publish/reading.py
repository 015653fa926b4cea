"""Artefacts in, their text out: the HTML's and the PDF's, as a reader meets it."""

from __future__ import annotations

import io
from html.parser import HTMLParser

from pypdf import PdfReader

_SILENT = {"script", "style", "head", "title"}
_BLOCKS = {
    "p", "li", "dt", "dd", "td", "th", "tr", "caption", "h1", "h2", "h3", "h4", "div",
    "section", "header", "footer", "nav", "main", "aside", "figure", "figcaption",
}  # fmt: skip


def html_text(html: str) -> str:
    """The visible text of a page, a line for each block."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = ("".join(reader.pieces)).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def pdf_pages(pdf: bytes) -> list[str]:
    """The text of each page of a PDF."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        if tag in _BLOCKS or tag == "br":
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and self._silent:
            self._silent -= 1
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)
