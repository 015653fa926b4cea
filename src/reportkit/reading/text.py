"""Read each printed text of a publication once: its normal form, words and sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, wraps
from typing import TypeVar, cast

from reportkit.findings.place import At, Route, Span
from reportkit.reading.normal import Normal, normal_prose, normal_words
from reportkit.reading.printed import is_printed, is_worded
from reportkit.reading.sentences import Polarity, Sentence, sentences_of
from reportkit.source.references import Referring
from reportkit.workspace.passages import Passage, texts
from reportkit.workspace.publication import Publication

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Text:
    """One printed text; offsets count characters of `plain`, its normal form."""

    passage: Passage
    prose: bool = True

    @property
    def key(self) -> str:
        """Key of the file: `summary`, `report` …"""
        return self.passage.key

    @property
    def route(self) -> Route:
        """The way to the value in the file."""
        return self.passage.route

    @property
    def plain(self) -> str:
        """The normal form, with one mark for each reference."""
        return self.normal.text

    @cached_property
    def normal(self) -> Normal:
        """The normal form and the way back to what was typed."""
        return (normal_prose if self.prose else normal_words)(self.passage.text)

    @cached_property
    def found(self) -> dict[object, tuple[object, ...]]:
        """What was found in the text, by the function that found it; see `once_for_each_text`."""
        return {}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word in small letters, parted at hyphens and apostrophes."""
        return frozenset(_WORD.findall(self.plain.lower()))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order."""
        return tuple(sentences_of(self.plain))

    def source(self, start: int, end: int) -> Span:
        """What was typed for a stretch, in characters of the passage."""
        return self.normal.source(start, end)

    def at(self, start: int, end: int) -> At:
        """The place of a stretch, as findings name it."""
        return At(self.key, self.route, self.source(start, end))

    def sentence(self, offset: int) -> Sentence:
        """The sentence an offset stands in."""
        index = bisect_right([sentence.start for sentence in self.sentences], offset) - 1
        return self.sentences[max(0, index)]

    def polarity(self, start: int, end: int) -> Polarity:
        """What its clause does to what is said at a stretch."""
        return self.sentence(start).polarity(start, end)

    def cites(self, sentence: Sentence) -> tuple[str, ...]:
        """Ids of the sources a sentence cites, within it or right behind it."""
        return tuple(source for source, offset in self.normal.citations
                     if sentence.start < offset <= sentence.end)  # fmt: skip

    def references(self, sentence: Sentence) -> tuple[Referring, ...]:
        """What stands in braces in a sentence or right behind it: values, conditions, statements."""
        inside = {source for source, offset in self.normal.references
                  if sentence.start < offset <= sentence.end}  # fmt: skip
        if not inside:
            return ()
        return tuple(ref for ref in self.passage.references if ref.span.start in inside)

    def bound(self, sentence: Sentence) -> bool:
        """Whether a sentence takes a value from the data, or is held to it."""
        return bool(self.references(sentence))


def once_for_each_text(find: Callable[[Text], Iterator[T]]) -> Callable[[Text], tuple[T, ...]]:
    """A search that several rules make, made once for each text and kept with it."""

    @wraps(find)
    def found(text: Text) -> tuple[T, ...]:
        if find not in text.found:
            text.found[find] = tuple(find(text))
        return cast("tuple[T, ...]", text.found[find])

    return found


@lru_cache(maxsize=4)
def printed_texts(publication: Publication) -> tuple[Text, ...]:
    """Every text a reader will see, codes among them, in the order of the files."""
    return tuple(
        Text(passage, prose) for passage, prose in texts(publication) if is_printed(passage)
    )


@lru_cache(maxsize=4)
def worded_texts(publication: Publication) -> tuple[Text, ...]:
    """The printed texts that are words: prose, titles, names, notes, effects of gaps."""
    return tuple(text for text in printed_texts(publication)
                 if text.prose or is_worded(text.passage))  # fmt: skip


@lru_cache(maxsize=4)
def prose_texts(publication: Publication) -> tuple[Text, ...]:
    """The printed texts that are prose."""
    return tuple(text for text in printed_texts(publication) if text.prose)


@lru_cache(maxsize=4)
def section_texts(publication: Publication) -> tuple[Text, ...]:
    """The prose of the sections, without the revision history."""
    return tuple(text for text in prose_texts(publication) if text.key != "report")
