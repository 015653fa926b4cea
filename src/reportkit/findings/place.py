"""Text and an offset in, a line and a column out.

Offsets and columns count code points; lines and columns start at 1, as editors show them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Route = tuple[str | int, ...]
"""The keys and indexes that lead to a value: `("modifiers", 0, "code")`."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, from `start` up to but not including `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class At:
    """A place as rules name it: a file's key and a route; the engine finds the line."""

    key: str
    route: Route = ()
    part: Span | None = None
    """A stretch of the value's text, in characters."""
    target: Literal["value", "key"] = "value"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file, for people and for machines."""

    file: str
    """Path from the project folder, with forward slashes."""
    route: Route
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int


def place(file: str, text: str, span: Span, route: Route = ()) -> Place:
    """Say in lines and columns where `span` lies in the `text` of `file`."""
    line, column = line_and_column(text, span.start)
    end_line, end_column = line_and_column(text, span.end)
    return Place(file, route, span, line, column, end_line, end_column)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1."""
    breaks = _breaks(text)
    before = bisect_left(breaks, offset)
    return before + 1, offset - (breaks[before - 1] if before else -1)


def line_span(text: str, line: int) -> Span | None:
    """The stretch of a line, from 1, without its break; None if the text has no such line."""
    breaks = _breaks(text)
    if not 1 <= line <= len(breaks) + 1:
        return None
    start = breaks[line - 2] + 1 if line > 1 else 0
    return Span(start, breaks[line - 1] if line <= len(breaks) else len(text))


@lru_cache(maxsize=16)
def _breaks(text: str) -> tuple[int, ...]:
    """The offsets of all line breaks; kept, as each of many findings asks for them.

    A carriage return alone breaks a line, as YAML 1.2 (5.4) and editors have it.
    """
    return tuple(match.start() for match in re.finditer(r"\n|\r(?!\n)", text))


def route_text(route: Route) -> str:
    """Write a route as authors say it: `modifiers[0].code`."""
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in route]
    return "".join(parts).lstrip(".")
