"""Tell what is being typed at an offset of a file: a key, a value, or a reference in prose.

A file is seldom YAML while somebody types in it. The word at the offset is therefore taken out and
a mark put in its place, as a value or as a key; the file is read with it, down to the end of the
line if what follows is broken too, and the mark is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.editor.spot import spot_at, spots
from reportkit.findings.place import Route, Span
from reportkit.source.parse import parse
from reportkit.source.tree import Node


@dataclass(frozen=True, slots=True)
class TypedKey:
    """A key of a mapping."""

    route: Route
    """The way to the mapping."""
    root: Node
    span: Span
    colon: bool
    """Whether the colon stands behind it already."""


@dataclass(frozen=True, slots=True)
class TypedValue:
    """A single value of a key or a list."""

    route: Route
    root: Node
    span: Span
    quote: str
    """The quote that it was begun with, or nothing."""


@dataclass(frozen=True, slots=True)
class TypedReference:
    """A part of what refers to the data or to a source, within a text."""

    kind: Literal["way", "filter", "citation"]
    route: Route
    """The way to the text."""
    before: tuple[str, ...]
    """The names of a way before the one that is typed: `input`, `mpfs`."""
    span: Span


Typed = TypedKey | TypedValue | TypedReference


def typed_at(text: str, offset: int) -> Typed | None:
    """What is typed at an offset; None in a remark, or where nothing can be offered."""
    line = text.rfind("\n", 0, offset) + 1
    if re.search(r"(?:^|\s)#", _outside_quotes(text[line:offset])):
        return None
    reference = _reference(text, offset)
    if reference is not None:
        return reference
    return _word(text, offset)


_MARK: Final = "\ue000"
"""Of private use: it stands in no text."""
_OPEN_BRACES: Final = re.compile(r"\{\{(?:(?!\}\}|\n[ \t]*\n).)*\Z", re.DOTALL)
_OPEN_CITATION: Final = re.compile(r"\[@(?P<word>[^\]\s]*)\Z")
_WAY: Final = re.compile(r"(?P<before>(?:[a-z][a-z0-9_]*\.)*)(?P<word>[a-z0-9_]*)\Z")
_FILTER: Final = re.compile(r"\|[ \t\n]*(?P<word>[a-z]*)\Z")
_WORD_BEFORE: Final = re.compile(r"(?P<quote>[\"']?)[^\s\"',:\[\]{}#]*\Z")
_WORD_BEHIND: Final = re.compile(r"[^\s\"',:\[\]{}#]*[\"']?")


def _reference(text: str, offset: int) -> TypedReference | None:
    """A way or a citation that is begun before the offset, and not ended there."""
    before = text[:offset]
    opened = _OPEN_BRACES.search(before)
    citation = _OPEN_CITATION.search(before)
    if opened is None and citation is None:
        return None
    begin = min(match.start() for match in (opened, citation) if match)
    route = _route_of_text(text, begin, offset)
    if route is None:
        return None
    if opened is None:
        assert citation is not None  # noqa: S101 -- one of the two was found
        return TypedReference("citation", route, (), Span(citation.start("word"), offset))
    within = opened[0].removeprefix("{{")
    if filtered := _FILTER.search(within):
        return TypedReference("filter", route, (), Span(offset - len(filtered["word"]), offset))
    if within.count('"') % 2 or within.count("'") % 2:
        return None
    way = _WAY.search(within)
    assert way is not None  # noqa: S101 -- it may be empty
    names = tuple(way["before"].split(".")[:-1])
    return TypedReference("way", route, names, Span(offset - len(way["word"]), offset))


def _route_of_text(text: str, begin: int, end: int) -> Route | None:
    """The way to the text that a stretch is in, read as if letters stood there."""
    close = re.match(r"[^\n}\]]*(?:\}\}|\])", text[end:])
    upto = end + (close.end() if close else 0)
    covered = text[:begin] + re.sub(r"[^\n]", "x", text[begin:upto]) + text[upto:]
    for readable in _readings(covered, upto):
        root = parse(readable).root
        spot = spot_at(root, begin) if root else None
        if spot is not None:
            return None if spot.is_key else spot.route
    return None


def _word(text: str, offset: int) -> TypedKey | TypedValue | None:
    match = _WORD_BEFORE.search(text, 0, offset)
    assert match is not None  # noqa: S101 -- it may be empty
    quote = match["quote"]
    behind = _WORD_BEHIND.match(text, offset)
    end = behind.end() if behind else offset
    if not quote and end > offset and text[end - 1] in "\"'":
        end -= 1
    span = Span(match.start(), end)
    for mark in (_MARK, f"{_MARK}: null"):
        marked = text[: span.start] + mark + text[span.end :]
        for readable in _readings(marked, span.start + len(mark)):
            typed = _marked(readable, span, quote, text)
            if typed is not None:
                return typed
    return None


def _marked(text: str, span: Span, quote: str, typed: str) -> TypedKey | TypedValue | None:
    """Where the mark was read: as a key, or as the whole of a value."""
    root = parse(text).root
    if root is None:
        return None
    for spot in spots(root):
        if spot.scalar.text == _MARK:
            if not spot.is_key:
                return TypedValue(spot.route, root, span, quote)
            colon = typed[span.end :].lstrip(" ").startswith(":")
            return TypedKey(spot.route[:-1], root, span, colon)
    return None


def _readings(text: str, offset: int) -> Iterator[str]:
    """The whole text, and the text down to the end of the line of an offset."""
    yield text
    end = text.find("\n", offset)
    if end >= 0:
        yield text[: end + 1]


def _outside_quotes(line: str) -> str:
    """A line with what stands in quotes blanked out."""
    return re.sub(r"\"[^\"]*\"?|'[^']*'?", lambda match: "q" * len(match[0]), line)
