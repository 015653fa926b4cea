"""Find faults of layout in prose as it was typed: markup, empty items, signs without their pair.

Offsets count characters of the passage, in which references and citations are covered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportkit.findings.place import Span
from reportkit.reading.text import Text, once_for_each_text

_EMPTY_ITEM: Final = re.compile(r"^[ \t]*([-*+•‣◦–]|\d{1,3}[.)])[ \t]*$", re.MULTILINE)
_MARKUP: Final = (
    ("a heading", re.compile(r"^[ \t]*#{1,6}[ \t]+\S.*$", re.MULTILINE)),
    ("a table", re.compile(r"^[^\n|]*\|[^\n|]*\|[^\n]*$", re.MULTILINE)),
    ("an image", re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")),
    ("a quotation", re.compile(r"^[ \t]*>[ \t]+\S.*$", re.MULTILINE)),
    ("a code fence", re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE)),
    (
        "a mark of a note",
        re.compile(r"(?:(?<=[\w.,;)])|(?<=[\w.,;)] ))\[\d{1,3}\](?![(\w])|\[\^[\w-]{1,20}\]"),
    ),
    ("a bullet", re.compile(r"^[ \t]*[•‣◦▪●][ \t]*\S.*$", re.MULTILINE)),
    ("a rule", re.compile(r"^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$", re.MULTILINE)),
)
_HTML: Final = re.compile(
    r"</?(?:a|abbr|b|blockquote|br|button|code|div|em|font|form|h[1-6]|head|hr|html|i|iframe"
    r"|img|input|li|ol|p|pre|s|script|section|small|span|strong|style|sub|sup|svg|table|tbody"
    r"|td|th|thead|tr|u|ul)(?:\s+[\w-]+=[^<>]*)?\s*/?>"
    r"|<!--|&(?:nbsp|lt|gt|amp|quot|apos|mdash|ndash|#\d{2,6}|#x[0-9a-f]{2,6});",
    re.IGNORECASE,
)
_CLOSED: Final = re.compile(r"[.!?…][\"”’')\]*_]*$")
_LIST_LINE: Final = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]")
_PAIRS: Final = {")": "(", "]": "[", "”": "“"}
_SIGNS: Final = re.compile(r"[()\[\]“”]|(?<!\d)\"|(?<=\d)\"(?=[^\w\s]|\s*$)")
_NUMBERING: Final = re.compile(r"^[ \t]*(?:\w{1,3}|[ivx]+)\)", re.MULTILINE)
_ITEM: Final = re.compile(r"(?<!\S)(?:[a-h]|[ivx]{1,4}|\d)$")
"""What numbers an item within a sentence: `a) the hand and b) the reason`."""
_CODE: Final = re.compile(r"`[^`\n]+`")
_PARAGRAPHS: Final = re.compile(r"(?:(?!\n[ \t]*\n).)+", re.DOTALL)

_STRAY: Final = re.compile(
    r"(?P<inside>(?<=[\w,;)]) {2,}(?=[\w(]))|(?P<before>(?<=[\w)\]}]) +(?=[,;](?:\s|$)|\.(?:\s|$)))"
)


def stray_spaces(text: str) -> Iterator[tuple[int, int, str]]:
    """Spaces of a text as typed that are too many, and what belongs there instead."""
    for match in _STRAY.finditer(text):
        yield match.start(), match.end(), " " if match["inside"] else ""


@once_for_each_text
def empty_items(text: Text) -> Iterator[Span]:
    """The bullets that have nothing behind them."""
    for match in _EMPTY_ITEM.finditer(text.passage.plain):
        yield Span(*match.span(1))


@once_for_each_text
def foreign_markup(text: Text) -> Iterator[tuple[str, Span]]:
    """Markdown that publications do not set, by kind."""
    for kind, pattern in _MARKUP:
        for match in pattern.finditer(text.passage.plain):
            yield kind, Span(*match.span())


@once_for_each_text
def html(text: Text) -> Iterator[Span]:
    """The tags and entities of HTML."""
    for match in _HTML.finditer(text.passage.text):
        yield Span(*match.span())


def broken_off(text: Text) -> Span | None:
    """The last word of a text that does not end as a sentence does."""
    typed = text.passage.plain.rstrip()
    if not typed or _CLOSED.search(typed) or _LIST_LINE.match(typed.rsplit("\n", 1)[-1]):
        return None
    return Span(len(typed) - len(typed.split()[-1]), len(typed))


def unpaired_sign(text: Text) -> tuple[Span, str] | None:
    """The first bracket or quotation mark without its other half, and what is wrong with it."""
    typed = _NUMBERING.sub(_blank, _CODE.sub(_blank, text.passage.plain))
    opened: list[tuple[str, int]] = []
    for match in _SIGNS.finditer(typed):
        sign = match[0]
        closes = sign in _PAIRS or (sign == '"' and any(other == '"' for other, _ in opened))
        if not closes:
            opened.append((sign, match.start()))
        elif opened and opened[-1][0] == _PAIRS.get(sign, sign):
            opened.pop()
        elif not (sign == ")" and _ITEM.search(typed[: match.start()])):
            return Span(match.start(), match.end()), "closes nothing that was opened"
    return (Span(opened[0][1], opened[0][1] + 1), "is never closed") if opened else None


@once_for_each_text
def paragraphs(text: Text) -> Iterator[Span]:
    """The paragraphs of a text."""
    for match in _PARAGRAPHS.finditer(text.passage.plain):
        yield Span(*match.span())


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
