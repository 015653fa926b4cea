"""Read the figures a published file carries: from its attachment, or from its page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from pypdf.errors import PyPdfError

from reportkit.publish.attached import attached
from reportkit.render.figures import FIGURES


class NoFigures(Exception):  # noqa: N818 -- says what the file lacks
    """A file that carries no figures to trace."""


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A figure as a reader meets it, and what it says it came from."""

    shown: str
    field: str
    raw: str
    rounding: str
    """What was done to it before it was printed; empty where nothing was."""


@dataclass(frozen=True, slots=True)
class PrintedFigures:
    """The figures of one publication."""

    code: str
    language: str
    figures: tuple[PrintedFigure, ...]


def read_figures(name: str, content: bytes) -> PrintedFigures:
    """The figures of a published PDF or web page; raises NoFigures."""
    printed = _of_pdf(content) if content.startswith(b"%PDF") else _of_page(content)
    if printed is None or not printed.figures:
        raise NoFigures(f"{name} carries no figures that say where they came from")
    return printed


def _of_pdf(content: bytes) -> PrintedFigures | None:
    try:
        data: dict[str, Any] = json.loads(attached(content)[FIGURES].content)
        figures = tuple(
            PrintedFigure(figure["shown"], figure["field"], figure["raw"], figure["rounding"] or "")
            for figure in data["figures"]
        )
        return PrintedFigures(data["code"], data["language"], figures)
    except (PyPdfError, KeyError, IndexError, TypeError, ValueError):
        return None


def _of_page(content: bytes) -> PrintedFigures | None:
    reader = _PageReader()
    reader.feed(content.decode("utf-8", "replace"))
    reader.close()
    if reader.code is None:
        return None
    return PrintedFigures(reader.code, reader.language, tuple(reader.figures))


class _PageReader(HTMLParser):
    """Collects the `data` elements that name a field, and the code of the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.code: str | None = None
        self.language = "en"
        self.figures: list[PrintedFigure] = []
        self._open: dict[str, str | None] | None = None
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "html":
            self.language = named.get("lang") or "en"
        elif self.code is None and named.get("data-copy"):
            self.code = named["data-copy"]
        elif tag == "data" and "data-field" in named:
            self._open, self._words = named, []

    def handle_endtag(self, tag: str) -> None:
        if tag == "data" and self._open is not None:
            shown = " ".join("".join(self._words).split())
            field, raw = self._open.get("data-field") or "", self._open.get("value") or ""
            rounding = self._open.get("data-rounding") or ""
            self.figures.append(PrintedFigure(shown, field, raw, rounding))
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._words.append(data)
