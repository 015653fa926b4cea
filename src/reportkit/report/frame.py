"""A place and its text in, a code frame out: the line with the exact stretch marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from reportkit.findings.place import Place
from reportkit.report.palette import Palette

WIDTH = 96
"""Columns of source shown at most; longer lines are cut around the stretch."""


def frame(text: str, where: Place, palette: Palette, role: str) -> Iterator[str]:
    """The lines of a frame, without a line end; nothing for a file without text."""
    lines = text.split("\n")
    if not text or where.line > len(lines):
        return
    line = lines[where.line - 1].rstrip("\r")
    start = where.column - 1
    end = where.end_column - 1 if where.end_line == where.line else len(line)
    shown, start, end = _window(line.replace("\t", " "), start, max(end, start + 1))
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


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    if len(line) <= WIDTH:
        return line, start, end
    left = max(0, min(start - WIDTH // 3, len(line) - WIDTH))
    right = left + WIDTH
    piece = line[left:right]
    before, after = ("…" if left else ""), ("…" if right < len(line) else "")
    shift = len(before) - left
    stop = min(end, right) + shift
    return f"{before}{piece}{after}", start + shift, max(stop, start + shift + 1)
