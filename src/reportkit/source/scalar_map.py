"""A scalar's text in, the source offset of each of its characters out.

Quoting, escapes, indentation and folding change white space and escapes only, so the
visible characters of the value and of the source are the same in the same order.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reportkit.findings.place import Span
from reportkit.source.tree import Scalar

_ESCAPE = re.compile(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|(?:\r\n?|\n)[ \t]*|.)", re.DOTALL
)
_HEX_ESCAPE = re.compile(r"\\[xuU]([0-9A-Fa-f]+)")
_BLANK_ESCAPES = frozenset("\\" + letter for letter in "ntrvf NLP_\t")
_HEADER_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)")
"""The rest of the line on which a block scalar is announced, with its break."""


def source_span(source: str, scalar: Scalar, start: int, end: int) -> Span:
    """Where the characters `start` to `end` of the scalar's text stand in the source."""
    offsets = source_offsets(source, scalar)
    if not offsets:
        return scalar.span
    first = offsets[min(start, len(offsets) - 1)]
    if end <= start:
        return Span(first[0], first[0])
    return Span(first[0], offsets[min(end, len(offsets)) - 1][1])


@lru_cache(maxsize=16)
def source_offsets(source: str, scalar: Scalar) -> tuple[tuple[int, int], ...]:
    """For each character of the scalar's text, the source stretch it was written as.

    It is kept for a while, as each of many findings in one text asks for it.
    """
    units = _visible_units(source, scalar)
    offsets: list[tuple[int, int]] = []
    position = scalar.span.start
    taken = 0
    for character in scalar.text:
        if character.isspace():
            offsets.append((position, position + 1))
            position += 1
        elif taken < len(units):
            start, end = units[taken]
            offsets.append((start, end))
            position = end
            taken += 1
        else:
            offsets.append((position, position))
    return tuple(offsets)


def _visible_units(source: str, scalar: Scalar) -> list[tuple[int, int]]:
    start, end = scalar.span.start, scalar.span.end
    if scalar.style in ("literal", "folded"):
        header = _HEADER_LINE.match(source, start, end)
        start = end if header is None else header.end()
    elif scalar.style in ("single", "double"):
        start, end = start + 1, end - 1
    units = []
    position = start
    while position < end:
        stop = _unit_end(source, scalar.style, position)
        if not _is_blank(source[position:stop]):
            units.append((position, stop))
        position = stop
    return units


def _unit_end(source: str, style: str, position: int) -> int:
    if style == "double" and source[position] == "\\":
        match = _ESCAPE.match(source, position)
        return match.end() if match else position + 1
    if style == "single" and source.startswith("''", position):
        return position + 2
    return position + 1


def _is_blank(unit: str) -> bool:
    if match := _HEX_ESCAPE.fullmatch(unit):
        return chr(int(match[1], 16)).isspace()
    return unit.isspace() or unit in _BLANK_ESCAPES or unit.startswith(("\\\n", "\\\r"))
