"""Split lines of a delimited table into records, whatever stray quotes a line holds.

Python's reader either refuses a file for one stray quote or takes all that follows it into
one cell. Here a quotation may run over a few lines, if they make a sound record together;
otherwise the quote that opened it is taken as a character of its cell.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_LINES = 20
"""Lines over which a quoted cell may run: the longest note in public tables has three."""

csv.field_size_limit(1 << 23)


def records(
    lines: Iterable[str], delimiter: str = ",", most_lines: int = MOST_LINES
) -> Iterator[Record]:
    """The records of a table, each with the line it starts on, from 1; blank lines too.

    A quoted cell may run over `most_lines`.
    """
    source, ahead = iter(lines), deque[str]()
    number, width = 1, 0
    while (line := ahead.popleft() if ahead else next(source, None)) is not None:
        cells, taken = _unquoted(line, delimiter), 1
        if line.count('"') % 2:
            joined = _joined(line, ahead, source, delimiter, most_lines)
            if joined is not None and (len(joined.cells) == width or len(cells) != width):
                cells, taken = joined.cells, joined.lines
                for _ in range(taken - 1):
                    ahead.popleft()
        if any(cells):
            width = len(cells)
        yield Record(number, cells)
        number += taken


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one record, as written between delimiters, without their quotes."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class _Joined:
    cells: list[str]
    lines: int


_END = "\x1e"
"""Put behind a line to see whether it ends outside a quotation."""


def _joined(
    line: str, ahead: deque[str], source: Iterator[str], delimiter: str, most_lines: int
) -> _Joined | None:
    """The record that a line makes with those after it, up to the one that closes the quote."""
    held = [line]
    for index in range(most_lines - 1):
        if index == len(ahead):
            following = next(source, None)
            if following is None:
                return None
            ahead.append(following)
        held.append(ahead[index])
        if ahead[index].count('"') % 2:
            break
    try:
        rows = list(csv.reader(held, delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return _Joined(rows[0], len(held)) if len(rows) == 1 else None


def _unquoted(line: str, delimiter: str) -> list[str]:
    """The cells of a line by itself; a quote that is never closed counts as a character."""
    text = line.rstrip("\r\n").replace("\r", " ")
    if '"' not in text:
        return text.split(delimiter)
    while True:
        cells = next(csv.reader([f"{text}{delimiter}{_END}"], delimiter=delimiter), [])
        if cells and cells[-1] == _END:
            return cells[:-1]
        opening = max(text.rfind(f'{delimiter}"') + 1, 0)
        text = text[:opening] + text[opening + 1 :]
