"""Bring a text into the form that rules compare, and lead its places back to what was typed.

Spaces, hyphens and letters that look alike become one; emphasis, links, code marks and escapes go;
a reference becomes one mark and a citation a place. A word broken by markup is a word again.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from reportkit.findings.place import Span
from reportkit.model.lookalikes import LOOK_ALIKES

REFERENCE_MARK = "\ufffc"
"""Stands in a normal text for a reference, `{{ input.mpfs.work_rvu }}`."""
_SENTENCE_MARK = f"{REFERENCE_MARK}."
"""Stands for a statement made from the data, `{{ say.global_period }}`, and for a text of the house,
`{{ text.consent }}`, which are sentences.
"""


@dataclass(frozen=True, slots=True)
class Normal:
    """A text in its normal form; offsets count characters of `text`."""

    text: str
    pieces: tuple[tuple[int, int, int, bool], ...] = ()
    """Start here, start and end in the source, and whether it stands as typed; () if all does."""
    citations: tuple[tuple[str, int], ...] = ()
    """Ids of sources cited, each with the offset behind which it stands."""
    references: tuple[tuple[int, int], ...] = ()
    """Where each thing in braces starts in the source, with the offset behind which it stands."""

    def source(self, start: int, end: int) -> Span:
        """The stretch of the source that became this stretch of the text."""
        if not self.pieces:
            return Span(start, end)
        first, last = self._piece(start), self._piece(max(start, end - 1))
        here, begin, _, typed = self.pieces[first]
        source_start = begin + (start - here if typed else 0)
        here, begin, stop, typed = self.pieces[last]
        return Span(source_start, begin + (end - here) if typed else stop)

    def _piece(self, offset: int) -> int:
        return bisect_right(self.pieces, (offset, 1 << 62, 0, False)) - 1


def normal_prose(text: str) -> Normal:
    """The normal form of Markdown prose."""
    return _normal(text, _MARKUP, _of_markup)


def normal_words(text: str) -> Normal:
    """The normal form of words that are no Markdown: titles, names, built text."""
    return _normal(text, _FOREIGN, _of_characters)


_PARAGRAPH = r"[ \t]*\n[ \t]*\n\s*|\s*\n(?=[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t])"
_MARKUP = re.compile(
    rf"(?P<paragraph>{_PARAGRAPH})"
    r"|(?P<cited>[ \t\n]*\[@(?P<id>[^\]\s]*)\])"
    r"|(?P<holds>[ \t\n]*\{\{\s*holds\(.*?(?:\}\}|\Z))|(?P<say>\{\{\s*(?:say|text)\..*?(?:\}\}|\Z))"
    r"|(?P<reference>\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z)|\{\#.*?(?:\#\}|\Z))"
    r"|(?P<fold>[ \t]*\n[ \t]*|[ \t]{2,}|\t)"
    r"|(?P<gone>\[(?=[^\[\]\n]{1,300}\]\()|\]\([^()\s]{0,300}\)|`+|\*{1,3}(?=\S)|(?<=\S)\*{1,3}"
    r"|(?<![\w_])_{1,3}(?=[^\W_])|(?<=[^\W_])_{1,3}(?![\w_]))"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});)"
    r"|(?P<foreign>[^\x00-\x7f]+)",
    re.DOTALL,
)
_FOREIGN = re.compile(r"(?P<fold>\s*\n\s*|[ \t]{2,}|\t)|(?P<foreign>[^\x00-\x7f]+)")


def _normal(
    text: str, special: re.Pattern[str], replacement: Callable[[re.Match[str]], str]
) -> Normal:
    """Replace what is special, character by character where it is of another alphabet."""
    if special.search(text) is None:
        return Normal(text)
    made = _Making()
    done = 0
    for match in special.finditer(text):
        made.typed(text, done, match.start())
        if match["foreign"] is not None:
            for offset, character in enumerate(match["foreign"], start=match.start()):
                made.instead(_plain(character, text, offset), offset, offset + 1)
        else:
            made.instead(replacement(match), *match.span())
            if special is _MARKUP:
                made.bind(match)
        done = match.end()
    made.typed(text, done, len(text))
    return made.done()


class _Making:
    """A normal text while it is made."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._pieces: list[tuple[int, int, int, bool]] = []
        self._citations: list[tuple[str, int]] = []
        self._references: list[tuple[int, int]] = []

    def typed(self, text: str, start: int, end: int) -> None:
        self._add(text[start:end], start, end, typed=True)

    def instead(self, text: str, start: int, end: int) -> None:
        self._add(text, start, end, typed=False)

    def bind(self, match: re.Match[str]) -> None:
        """Note a source or data that the words before this offset stand on."""
        if match["cited"] is not None:
            self._citations.append((match["id"], self._length))
        elif match["reference"] or match["holds"] or match["say"]:
            start = match.end() - len(match[0].lstrip())
            self._references.append((start, self._length))

    def done(self) -> Normal:
        text = "".join(self._parts)
        return Normal(text, tuple(self._pieces), tuple(self._citations), tuple(self._references))

    def _add(self, text: str, start: int, end: int, *, typed: bool) -> None:
        if text:
            self._pieces.append((self._length, start, end, typed))
            self._parts.append(text)
            self._length += len(text)


def _of_markup(match: re.Match[str]) -> str:
    if match["entity"] is not None:
        return html.unescape(match["entity"])
    if match["paragraph"] is not None:
        return "\n"
    if match["say"] is not None:
        return _SENTENCE_MARK
    if match["reference"] is not None:
        return REFERENCE_MARK
    if match["fold"] is not None:
        return " "
    return match["escaped"] or ""


def _of_characters(match: re.Match[str]) -> str:
    return " " if match["fold"] is not None else ""


_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u034f")
_ALIKE = (
    dict(zip("\u2010\u2011\ufe63\uff0d\u2212\u2018\u2019\u02bc", "-----'''", strict=True))
    | LOOK_ALIKES
)
"""Characters that look like another: hyphens, apostrophes, Cyrillic and Greek letters."""


def _plain(character: str, text: str, offset: int) -> str:
    if character in _INVISIBLE:
        return ""
    if character in _ALIKE:
        return _ALIKE[character]
    if (
        character == "–"
        and text[offset - 1 : offset].isalnum()
        and text[offset + 1 : offset + 2].isalnum()
    ):
        return "-"
    compatible = unicodedata.normalize("NFKC", character)
    return compatible if compatible.isascii() else character
