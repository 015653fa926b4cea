"""Find wordings in a text: patterns that are tried only where one of their words stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reportkit.reading.sentences import Sentence
    from reportkit.reading.text import Text


BEGIN: Final = r"(?:^|(?<=\n)|(?<=\n[-*•] )|(?<=[.;:!?] ))"
"""Pattern of where a sentence, an entry of a list or what stands behind a colon begins."""


@dataclass(frozen=True, eq=False)
class Wording:
    """A pattern over normal text; `needs` names words one of which stands in all it finds."""

    pattern: str
    needs: str = ""
    case: bool = False
    """Whether capitals count."""

    def find(self, text: Text) -> Iterator[re.Match[str]]:
        """Each stretch that is worded so."""
        if self._needed and self._needed.isdisjoint(text.words):
            return iter(())
        return self.compiled.finditer(text.plain)

    def within(self, words: str) -> re.Match[str] | None:
        """The first stretch of a sentence that is worded so."""
        return _first(self, words)

    def each(self, words: str) -> Iterator[re.Match[str]]:
        """Every stretch of some words that is worded so."""
        return self.compiled.finditer(words)

    def may_stand_in(self, words: str) -> bool:
        """Whether one of the needed words stands in some, in small letters: tells in no time."""
        return not self._needed or any(word in words for word in self._needed)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, 0 if self.case else re.IGNORECASE)

    @cached_property
    def _needed(self) -> frozenset[str]:
        return frozenset(self.needs.split())


def stretches(text: Text, wordings: Iterable[Wording]) -> Iterator[re.Match[str]]:
    """Each stretch that is worded in one of several ways, no part of a text twice."""
    taken: set[int] = set()
    for wording in wordings:
        for match in wording.find(text):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                yield match


def once_a_sentence(
    text: Text, matches: Iterable[re.Match[str]]
) -> Iterator[tuple[re.Match[str], Sentence]]:
    """The first stretch of each sentence, with the sentence."""
    met: set[int] = set()
    for match in matches:
        sentence = text.sentence(match.start())
        if sentence.start not in met:
            met.add(sentence.start)
            yield match, sentence


@lru_cache(maxsize=1 << 14)
def _first(wording: Wording, sentence: str) -> re.Match[str] | None:
    """The first stretch of a sentence that is worded so: most stand in many publications."""
    return wording.compiled.search(sentence) if wording.may_stand_in(sentence.lower()) else None
