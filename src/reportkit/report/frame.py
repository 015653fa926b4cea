"""A place and its text in, a code frame out: the line with the exact stretch marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from reportkit.findings.place import Place, Span, line_span
from reportkit.report.palette import Palette

WIDTH = 96
"""Columns of source shown at most; longer lines are cut around the stretch."""


def frame(text: str, where: Place, palette: Palette, role: str) -> Iterator[str]:
    """The lines of a frame, without a line end; nothing for a file without text."""
    line = line_span(text, where.line)
    if not text or line is None:
        return
    length = line.end - line.start
    start = where.column - 1
    end = where.end_column - 1 if where.end_line == where.line else length
    window = _window(length, start)
    shown, start, end = _shown(text, line, window, start, max(end, start + 1))
    gutter = " " * len(str(where.line))
    bar = palette.paint("faint", "|")
    number = palette.paint("faint", str(where.line))
    yield f"{gutter} {bar}"
    yield f"{number} {bar} {printable(shown)}".rstrip()
    marks = "^" * max(1, width(shown[start:end]))
    yield f"{gutter} {bar} {' ' * width(shown[:start])}{palette.paint(role, marks)}"


def width(text: str) -> int:
    """Columns a text takes on a terminal."""
    return sum(_columns(character) for character in text)


def printable(text: str) -> str:
    """Text with control characters made visible, so that none reaches the terminal."""
    return "".join(
        char if char.isprintable() or char == " " else "\N{REPLACEMENT CHARACTER}" for char in text
    )


def spot(where: Place) -> str:
    """A place as editors open it: `sections/57511/summary.yaml:4:3`."""
    return f"{printable(where.file)}:{where.line}:{where.column}"


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _window(length: int, start: int) -> Span:
    """The columns of a line to show: all of a short line, else those around a column."""
    if length <= WIDTH:
        return Span(0, length)
    left = max(0, min(start - WIDTH // 3, length - WIDTH))
    return Span(left, left + WIDTH)


def _shown(text: str, line: Span, window: Span, start: int, end: int) -> tuple[str, int, int]:
    """What is shown of a line, and where in it the stretch lies; the rest is never copied."""
    piece = text[line.start + window.start : line.start + window.end].rstrip("\r")
    before = "…" if window.start else ""
    after = "…" if line.start + window.end < line.end else ""
    shift = len(before) - window.start
    stop = min(end, window.end) + shift
    shown = f"{before}{piece.replace(chr(9), ' ')}{after}"
    return shown, start + shift, max(stop, start + shift + 1)
