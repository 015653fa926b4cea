"""Find the phrases of a table in a text, each with what the table says of it.

Phrases are whole words. Blanks, line ends, hyphens, apostrophes and strokes between words count
alike, so that `walk-in clinic` is also `walk in clinic`. Of phrases that begin at one place the
longest counts, and no word is read twice. A text costs as much as it has words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Occurrence(Generic[T]):
    """A phrase in a text: from `start` up to `end`, with its value."""

    start: int
    end: int
    value: T


class Phrases(Generic[T]):
    """A table of phrases, ready to be looked for."""

    def __init__(self, in_any_case: Mapping[str, T], in_capitals: Mapping[str, T]) -> None:
        """Take phrases for any case, and those that count as written or all in capitals."""
        self._start: _Node[T] = _Node()
        for phrase, value in in_any_case.items():
            self._add(phrase, _Ending(value, None, "." in phrase))
        for phrase, value in in_capitals.items():
            self._add(phrase, _Ending(value, phrase, "." in phrase))

    def find(self, text: str) -> Iterator[Occurrence[T]]:
        """The phrases of a text, from its start to its end."""
        words = [(*match.span(), match[0].lower()) for match in _WORD.finditer(text)]
        begins = self._start.next
        index = 0
        while index < len(words):
            count = 1
            if words[index][2] in begins:
                count, occurrence = self._longest(text, words, index)
                if occurrence is not None:
                    yield occurrence
            index += count

    def _add(self, phrase: str, ending: _Ending[T]) -> None:
        node = self._start
        for word in _WORD.findall(phrase.lower()):
            node = node.next.setdefault(word, _Node())
        node.endings.append(ending)

    def _longest(
        self, text: str, words: list[tuple[int, int, str]], index: int
    ) -> tuple[int, Occurrence[T] | None]:
        """The longest phrase that begins at a word, and how many words it takes, at least one."""
        start, end, word = words[index]
        node = self._start.next.get(word)
        longest: tuple[int, Occurrence[T] | None] = (1, None)
        if text[max(0, start - 1) : start] == "-":
            return longest
        dotted = False
        following = index + 1
        while node is not None:
            for ending in node.endings:
                if ending.fits(text[start:end], dotted):
                    longest = (following - index, Occurrence(start, end, ending.value))
            if following == len(words):
                break
            between = text[end : words[following][0]]
            if not _BETWEEN.fullmatch(between):
                break
            dotted = dotted or "." in between
            _, end, word = words[following]
            node = node.next.get(word)
            following += 1
        return longest


@dataclass(frozen=True, slots=True)
class _Ending(Generic[T]):
    """The end of a phrase in the tree of words."""

    value: T
    written: str | None
    """The phrase whose capitals count; None for any case."""
    dotted: bool

    def fits(self, stretch: str, dotted: bool) -> bool:
        """Whether a stretch of text is this phrase, dots and capitals considered."""
        if dotted and not self.dotted:
            return False
        return self.written is None or _words(stretch) in (
            _words(self.written),
            _words(self.written.upper()),
        )


@dataclass(slots=True)
class _Node(Generic[T]):
    """A word of the tree: the words that may follow, and the phrases that end here."""

    next: dict[str, _Node[T]] = field(default_factory=dict)
    endings: list[_Ending[T]] = field(default_factory=list)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"[\s\-‐‑'’/&]{1,20}|\.\s{0,20}")
"""What may stand between two words of a phrase."""
