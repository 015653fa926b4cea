"""Publication in, codes out that a sentence means: named, or told by the words of their notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from reportkit.model.plain_words import in_terms
from reportkit.reading.codes import code_mentions
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text
from reportkit.workspace.publication import Publication


@dataclass(frozen=True, slots=True)
class NamedCode:
    """A billing code that a sentence means; offsets count characters of the text."""

    code: str
    start: int
    end: int


class NotedCodes:
    """The related codes of a publication, told by words of their notes: `a nerve block`."""

    def __init__(self, publication: Publication) -> None:
        rows = publication.input.related_codes or ()
        self._stems = {row.code: _stems(row.note) for row in rows}
        self._heads = {row.code: next(iter(_stems(row.note)), "") for row in rows}
        own = [publication.report.title]
        if publication.is_written("summary"):
            own.append(publication.summary.definition)
        self._own = frozenset(stem for text in own for stem in _stems(text))

    def named(self, text: Text, sentence: Sentence) -> tuple[NamedCode, ...]:
        """The codes a sentence means, in order: by number, else by words of one note alone."""
        numbers = tuple(
            NamedCode(mention.code, mention.start, mention.end)
            for mention in code_mentions(text)
            if mention.kind == "billing" and sentence.holds(mention.start)
        )
        if numbers:
            return numbers
        return tuple(self._by_words(sentence))

    def _by_words(self, sentence: Sentence) -> Iterator[NamedCode]:
        words = [*_WORD.finditer(sentence.text)]
        told: set[str] = set()
        for index, word in enumerate(words):
            near = words[max(0, index - _NEAR) : index + _NEAR + 1]
            code = self._code(word[0], [other[0] for other in near])
            if code is None and index and words[index - 1][0].lower() in _DEFINITE:
                code = self._by_head(word[0])
            if code is not None and code not in told:
                told.add(code)
                yield NamedCode(code, sentence.start + word.start(), sentence.start + word.end())

    def _code(self, word: str, near: list[str]) -> str | None:
        """The one code whose note has a word that is none of this report's own, and one near it.

        The word itself is among those near it.
        """
        stem = _stem(word)
        if stem in self._own:
            return None
        said = {_stem(other) for other in near if _tells(other)}
        return _only(
            code
            for code, stems in self._stems.items()
            if stem in stems and len(said & stems.keys()) > 1
        )

    def _by_head(self, word: str) -> str | None:
        """The one code whose note begins with a word that is said of nothing else."""
        stem = _stem(word)
        code = _only(code for code, stems in self._stems.items() if stem in stems)
        if code is None or stem in self._own or self._heads[code] != stem:
            return None
        return code


_NEAR: Final = 4
"""Within how many words of each other two words of a description stand."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_DEFINITE: Final = frozenset({"the", "this", "that", "its"})
_EMPTY: Final = frozenset(
    {
        *("also", "code", "codes", "each", "from", "have", "into", "more", "once", "other", "same"),
        *("service", "than", "that", "their", "then", "this", "three", "through", "under", "were"),
        *("which", "while", "with", "without"),
    }
)
"""Words that tell nothing of what a code is for."""


def _tells(word: str) -> bool:
    return len(word) > 3 and word.lower() not in _EMPTY


def _stem(word: str) -> str:
    """What a word shares with its plural and its verb: `injection` and `injected`."""
    return word.lower().rstrip("s")[:6]


def _stems(text: str) -> dict[str, None]:
    """The stems of the telling words of a text, in order; plain words as titles have them."""
    text = in_terms(text)
    return {_stem(word): None for word in _WORD.findall(text) if _tells(word)}


def told_beyond(words: str, notes: dict[str, str], own: str, least: int = 1) -> str | None:
    """The one code whose note shares telling words with some others that `own` does not have."""
    known = _stems(own)
    said = {stem for stem in _stems(words) if stem not in known}
    return _only(code for code, note in notes.items() if len(said & _stems(note).keys()) >= least)


def told_by(words: str, notes: dict[str, str], least: int = 2) -> str | None:
    """The one code whose note shares at least so many telling words with some others."""
    said = _stems(words)
    return _only(
        code for code, note in notes.items() if len(said.keys() & _stems(note).keys()) >= least
    )


def _only(codes: Iterable[str]) -> str | None:
    """The code that is alone in its kind; None of several, or of none."""
    match list(codes):
        case [code]:
            return code
    return None
