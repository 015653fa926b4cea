"""Put lines that stand side by side in a text one below the other, and tables in bars.

Two columns of prose are read down the left one and then down the right one. Lines whose parts
stand apart by blanks or tabs, as many in each, are the rows of a table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from reportkit.legacy.lines import Line


def unfold(lines: Sequence[Line]) -> list[Line]:
    """The lines in the order in which a person reads them; no word is lost."""
    gutter = _gutter(lines)
    read = lines if gutter is None else [*_down(lines, gutter)]
    return [*_with_bars(read)]


_LEAST_LINES: Final = 5
"""So many lines have text on both sides, or there are no columns of prose."""
_NARROWEST: Final = 24
"""Letters of a column of prose; the columns of a table are narrower."""
_GAP: Final = re.compile(r"(?<=[^\s.!?:;]) {2,}(?=\S)|(?<=\S) {3,}(?=\S)|(?<=\S)\t+ *(?=\S)")
_GUTTER: Final = 2
"""Blanks before the right column, at least."""


def _gutter(lines: Sequence[Line]) -> int | None:
    """Where the right column begins, from 0; None where the text has one column."""
    starts = Counter(
        match.end()
        for line in lines
        for match in re.finditer(rf"(?<=\S) {{{_GUTTER},}}(?=\S)", line.text)
        if match.end() >= _NARROWEST
    )
    if not starts:
        return None
    gutter, times = starts.most_common(1)[0]
    sides = [_sides(line.text, gutter) for line in lines]
    both = [side for side in sides if side and all(side)]
    if times < _LEAST_LINES or len(both) < _LEAST_LINES:
        return None
    left = sum(len(side[0]) for side in both) / len(both)
    right = sum(len(side[1]) for side in both) / len(both)
    return gutter if min(left, right) >= _NARROWEST * 0.75 and left >= gutter * 0.5 else None


def _sides(text: str, gutter: int) -> tuple[str, str] | None:
    """What stands left and right of the gutter; None for a line that runs across it."""
    if text[gutter - _GUTTER : gutter].strip():
        return None
    return text[:gutter].strip(), text[gutter:].strip()


def _down(lines: Sequence[Line], gutter: int) -> Iterator[Line]:
    """Each stretch of two columns as one: the left one, a blank line, the right one."""
    right: list[Line] = []
    for line in lines:
        sides = _sides(line.text, gutter)
        if sides is None:
            yield from right
            right = []
            yield line
        else:
            yield replace(line, text=sides[0])
            right.append(replace(line, text=sides[1]))
    if right:
        yield replace(right[0], text="")
    yield from right


def _with_bars(lines: Sequence[Line]) -> Iterator[Line]:
    """Rows of tables with bars between their cells, other lines as they are."""
    counts = [len(_cells(line.text)) for line in lines]
    for number, line in enumerate(lines):
        beside = counts[max(0, number - 1) : number + 2]
        if counts[number] > 1 and beside.count(counts[number]) > 1:
            cells = (cell.replace("|", "\\|") for cell in _cells(line.text))
            yield replace(line, text=f"| {' | '.join(cells)} |")
        else:
            yield line


def _cells(text: str) -> list[str]:
    """The parts of a line that stand apart; one where none does, or where bars part them."""
    stripped = text.strip()
    return [stripped] if "|" in stripped else _GAP.split(stripped)
