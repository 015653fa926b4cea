"""Artefacts in, their text out: the HTML's and the PDF's, as a reader meets it."""

from __future__ import annotations

from html.parser import HTMLParser

import pypdfium2  # type: ignore[import-untyped]

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
    """The text of each page of a PDF that was made here.

    PDFium reads it, a native library: a file of unknown hands is not for this function.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_plain(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def _plain(text: str) -> str:
    """Text with our line ends; PDFium marks a hyphen at the end of a line as no character."""
    return text.replace("\r\n", "\n").replace("\ufffe", "-")


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
