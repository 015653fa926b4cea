"""Lines in their layout in, rows and runs of other lines out: the table of modifiers on paper.

A cell's text is broken into lines, and its code may stand beside the first or the middle one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportkit.legacy.headings import part_named
from reportkit.legacy.lines import Line
from reportkit.legacy.old_report import Row

Part = tuple[Line, ...] | Row


def rows_of(lines: Sequence[Line]) -> Iterator[Part]:
    """Rows of tables that begin with `Modifier`, and the lines around them, in order."""
    start = 0
    index = 0
    while index < len(lines):
        head = _HEAD.fullmatch(lines[index].text)
        end = _table_end(lines, index + 1) if head else index
        names = _names(lines[index].text) if head else ()
        starts = _columns(lines[index + 1 : end], len(names))
        if len(starts) > 1:
            yield tuple(lines[start:index])
            yield Row(names, lines[index].where, head=True)
            yield from _rows(lines[index + 1 : end], starts)
            start = index = end
        else:
            index += 1
    yield tuple(lines[start:])


_HEAD = re.compile(r"\s*(?:modifier|code)s?\s+(?:description|meaning)\b.*", re.IGNORECASE)
_CODE = re.compile(r"\s*-?[0-9A-Z]{2}(?=\s|$)")
_SEGMENT = re.compile(r"\S+(?: \S+)*")


def _table_end(lines: Sequence[Line], start: int) -> int:
    """First line that is no part of the table: a heading, or text from the left edge on."""
    for index in range(start, len(lines)):
        text = lines[index].text
        first = _SEGMENT.search(text)
        if first is None:
            continue
        wide = len(first[0]) > 45 and not _CODE.match(text) and len(_SEGMENT.findall(text)) == 1
        at_left = first.start() <= _left(lines[start - 1].text) + 2
        if part_named(text.strip()) or (at_left and not _CODE.match(text)) or (wide and at_left):
            return index
    return len(lines)


def _left(text: str) -> int:
    return len(text) - len(text.lstrip())


def _columns(lines: Sequence[Line], wanted: int) -> list[int]:
    """Columns at which cells begin: those where most lines have one."""
    starts = [match.start() for line in lines for match in _SEGMENT.finditer(line.text)]
    groups: list[list[int]] = []
    for position in sorted(starts):
        if groups and position - groups[-1][-1] <= 3:
            groups[-1].append(position)
        else:
            groups.append([position])
    return sorted(group[0] for group in sorted(groups, key=len, reverse=True)[:wanted])


def _cut(text: str, starts: Sequence[int]) -> list[str]:
    """The segments of a line, each in the last column that begins before it."""
    segments = list(_SEGMENT.finditer(text))
    if len(segments) == len(starts):
        return [match[0] for match in segments]
    cells = [""] * len(starts)
    for match in segments:
        column = max((i for i, start in enumerate(starts) if start <= match.start() + 1), default=0)
        cells[column] = f"{cells[column]} {match[0]}".strip()
    return cells


def _names(text: str) -> tuple[str, ...]:
    """The names of the columns; the layout may leave one space between two of them."""
    return tuple(re.split(r"\s{2,}|\s(?=Description|Meaning|When|Documentation)", text.strip()))


def _rows(lines: Sequence[Line], starts: Sequence[int]) -> Iterator[Row]:
    body = [line for line in lines if line.text.strip()]
    anchors = [i for i, line in enumerate(body) if _CODE.match(line.text)]
    if not anchors:
        yield from (Row(tuple(_cut(line.text, starts)), line.where) for line in body)
        return
    top = 0
    for order, anchor in enumerate(anchors):
        following = anchors[order + 1] if order + 1 < len(anchors) else len(body)
        bottom = following if order + 1 == len(anchors) or anchors[0] == 0 else 2 * anchor - top + 1
        bottom = max(anchor + 1, min(bottom, following))
        cells = [""] * len(starts)
        for line in body[top:bottom]:
            for column, text in enumerate(_cut(line.text, starts)):
                cells[column] = f"{cells[column]} {text}".strip()
        yield Row(tuple(cells), body[anchor].where)
        top = bottom
