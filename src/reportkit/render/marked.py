"""Put the marks of a text's figures into the HTML that is made of its Markdown.

Markdown knows no place for them. So signs of private use go before and behind a figure, which no
font has, and the HTML has elements in their place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from markupsafe import Markup, escape

from reportkit.assemble.document import Ground, Mark
from reportkit.assemble.document import Markup as Prose


def with_marks(
    prose: Prose, told: Mapping[Ground, str], without: str, set_html: Callable[[str], Markup]
) -> Markup:
    """The HTML of a prose with an element around each of its figures.

    A text that holds the signs itself, which no font has, is set without elements.

    `told` says what a reader is told of a value, `without` of a figure that stands on nothing.
    """
    if not _RESERVED.isdisjoint(prose.markdown):
        return set_html(prose.markdown)
    html = _KEPT.sub(r"\g<figure>\g<kept>", str(set_html(_signed(prose))))
    return Markup(_SIGNS.sub(lambda sign: _element(sign, prose.marks, told, without), html))  # noqa: S704


def traced(ground: Ground, told: str, shown: Markup) -> Markup:
    """A value of the provided data with what it came from."""
    return _opened(ground, told) + shown + _CLOSES


def _signed(prose: Prose) -> str:
    pieces: list[str] = []
    done = 0
    for number, mark in enumerate(prose.marks):
        pieces += (prose.markdown[done : mark.start], f"{_OPEN}{number}{_NUMBERED}")
        pieces += (prose.markdown[mark.start : mark.end], f"{_CLOSE}{number}{_NUMBERED}")
        done = mark.end
    return "".join((*pieces, prose.markdown[done:]))


def _element(
    sign: re.Match[str], marks: tuple[Mark, ...], told: Mapping[Ground, str], without: str
) -> str:
    if sign["number"] is None:
        return ""
    mark = marks[int(sign["number"])]
    if sign["sign"] == _CLOSE:
        return "</span>" if mark.ground is None else _CLOSES
    if mark.ground is not None:
        return _opened(mark.ground, told.get(mark.ground, ""))
    kind = "groundless" if mark.basis is None else "grounded"
    return f'<span class="asked {kind}" data-ground="{escape(mark.basis or without)}">'


def _opened(ground: Ground, told: str) -> Markup:
    return _OPENS.format(ground.raw, ground.field, ground.rounding or "", told)


_OPEN, _CLOSE, _NUMBERED = "\ue000", "\ue001", "\ue002"
_RESERVED: Final = frozenset((_OPEN, _CLOSE, _NUMBERED))
_SIGNS: Final = re.compile(
    rf"(?P<sign>[{_OPEN}{_CLOSE}])(?P<number>\d+){_NUMBERED}|%EE%80%8[01]\d+%EE%80%82"
)
"""A sign in the text, or in an address, where no element can stand."""
_KEPT: Final = re.compile(
    rf'(?P<kept><span class="kept">)(?P<figure>[^<{_OPEN}]*{_CLOSE}\d+{_NUMBERED})'
)
"""What holds a source's number to the last word of a figure, from within it."""
_OPENS: Final = Markup(
    '<data class="asked traced" value="{}" data-field="{}" data-rounding="{}" data-ground="{}">'
)
_CLOSES: Final = Markup("</data>")
