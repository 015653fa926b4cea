"""Read each printed text of a publication once: its normal form, words and sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, wraps
from typing import Concatenate, Final, ParamSpec, TypeVar, cast

from reportkit.findings.place import At, Route, Span
from reportkit.reading.normal import Normal, normal_prose, normal_words
from reportkit.reading.printed import is_printed, is_worded
from reportkit.reading.sentences import Polarity, Sentence, sentences_of
from reportkit.source.references import Referring
from reportkit.workspace.passages import Passage, texts
from reportkit.workspace.publication import Publication

P = ParamSpec("P")
T = TypeVar("T")
BUILT: Final = "built"
"""Key of a text that was built: it is long and stands in no other publication."""
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

    @property
    def normal(self) -> Normal:
        """The normal form and the way back to what was typed."""
        return self.reading.normal

    @property
    def words(self) -> frozenset[str]:
        """Every word in small letters, parted at hyphens and apostrophes."""
        return self.reading.words

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order."""
        return self.reading.sentences

    @cached_property
    def reading(self) -> Reading:
        """The text as read, here or where it stood in the same field of another publication."""
        if self.key == BUILT:
            return Reading(self.passage.text, self.prose)
        fields = tuple(part for part in self.route if isinstance(part, str))
        return _reading(self.passage.text, self.prose, self.key, fields)

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

    def denies(self, start: int, end: int) -> bool:
        """Whether its clause denies what is said at a stretch, or advises against it."""
        return self.sentence(start).denies(start, end)

    def cites(self, sentence: Sentence) -> tuple[str, ...]:
        """Ids of the sources a sentence cites, within it or right behind it."""
        return tuple(
            source
            for source, offset in self.normal.citations
            if sentence.start < offset <= sentence.end
        )

    def references(self, sentence: Sentence) -> tuple[Referring, ...]:
        """What stands in braces in a sentence or right behind it: values, conditions, statements."""
        inside = {
            source
            for source, offset in self.normal.references
            if sentence.start < offset <= sentence.end
        }
        if not inside:
            return ()
        return tuple(ref for ref in self.passage.references if ref.span.start in inside)

    def bound(self, sentence: Sentence) -> bool:
        """Whether a sentence takes a value from the data, or is held to it."""
        return bool(self.references(sentence))


@dataclass(frozen=True)
class Reading:
    """What a text says, whichever publication it stands in: most texts of a house stand in many."""

    text: str
    prose: bool

    @cached_property
    def normal(self) -> Normal:
        """The normal form and the way back to what was typed."""
        return (normal_prose if self.prose else normal_words)(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word in small letters, parted at hyphens and apostrophes."""
        return frozenset(_WORD.findall(self.normal.text.lower()))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order."""
        return tuple(sentences_of(self.normal.text))

    @cached_property
    def remembered(self) -> dict[object, tuple[object, ...]]:
        """What was found in the text, by the search that found it; see `once_for_each_text`."""
        return {}

    @cached_property
    def silent(self) -> set[object]:
        """The functions that look at nothing but the text, and found nothing in it."""
        return set()


@lru_cache(maxsize=4096)
def _reading(text: str, prose: bool, _key: str, _fields: tuple[str, ...]) -> Reading:
    """The reading of a text in a field of a file, which is what a search may look at."""
    return Reading(text, prose)


def once_for_each_text(
    find: Callable[Concatenate[Text, P], Iterator[T]],
) -> Callable[Concatenate[Text, P], tuple[T, ...]]:
    """A search that several rules or publications make, made once and kept with the reading.

    It may look at the words, at the file and at the field they stand in, and at nothing else but
    what it is given beside the text.
    """

    @wraps(find)
    def once(text: Text, /, *given: P.args, **named: P.kwargs) -> tuple[T, ...]:
        remembered = text.reading.remembered
        # Most searches are given the text alone.
        key = (find, given, *named.items()) if given or named else find
        if key not in remembered:
            remembered[key] = tuple(find(text, *given, **named))
        return cast("tuple[T, ...]", remembered[key])

    return cast("Callable[Concatenate[Text, P], tuple[T, ...]]", once)


def heard(text: Text, find: Callable[[Text], Iterable[T]]) -> Iterable[T]:
    """What a search finds that may look at what `once_for_each_text` allows.

    What is found names the place of this very text. Where nothing was found, nothing is looked for
    when the same words stand in another publication.
    """
    silent = text.reading.silent
    if find in silent:
        return ()
    matches = tuple(find(text))
    if not matches:
        silent.add(find)
    return matches


@lru_cache(maxsize=4)
def printed_texts(publication: Publication) -> tuple[Text, ...]:
    """Every text a reader will see, codes among them, in the order of the files."""
    return tuple(
        Text(passage, prose) for passage, prose in texts(publication) if is_printed(passage)
    )


@lru_cache(maxsize=4)
def worded_texts(publication: Publication) -> tuple[Text, ...]:
    """The printed texts that are words: prose, titles, names, notes, effects of gaps."""
    return tuple(
        text for text in printed_texts(publication) if text.prose or is_worded(text.passage)
    )


def worded_texts_but(publication: Publication, keys: Collection[str]) -> Iterator[Text]:
    """Those of the report itself, but what stands below some keys of its files."""
    for text in worded_texts(publication):
        if text.key != "project" and text.route[0] not in keys:
            yield text


@lru_cache(maxsize=4)
def prose_texts(publication: Publication) -> tuple[Text, ...]:
    """The printed texts that are prose."""
    return tuple(text for text in printed_texts(publication) if text.prose)


@lru_cache(maxsize=4)
def section_texts(publication: Publication) -> tuple[Text, ...]:
    """The prose of the sections, without the revision history."""
    return tuple(text for text in prose_texts(publication) if text.key != "report")
