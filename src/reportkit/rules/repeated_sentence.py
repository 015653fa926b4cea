"""Rule: the same sentence in two places."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count

from reportkit.check.issue import At, Issue
from reportkit.check.rule import rule
from reportkit.check.words import words
from reportkit.reading.text import prose_texts
from reportkit.workspace.publication import Publication

_LEAST = 8
_LEAST_IN_PLACE = 5
_ENTRY = ("- ", "* ", "• ")
"""Begins an entry of a list, which may be a word."""
_ALIKE = 0.8
_Shingle = tuple[str, str, str]


@rule("info", "style")
def repeated_sentence(publication: Publication) -> Iterator[Issue]:
    """A sentence says almost word for word what another section says already.

    Why:
        Of two copies one is changed at the next edition and the other is not. What is said
        once can be right or wrong, but not both.

    Bad:
        # summary
        relevance: The clinician freezes abnormal tissue with a cold probe until it dies.
        # billing-overview
        description: The clinician freezes abnormal tissue with a cold probe until it dies.

    Good:
        # summary
        relevance: The clinician freezes abnormal tissue with a cold probe until it dies.
        # billing-overview
        description: Cells are destroyed by ice, and nothing is cut out.
    """
    yield from _repeated_in_place(publication)
    sentences = list(dict.fromkeys(_sentences(publication)))
    frequency = Counter(shingle for sentence in sentences for shingle in sentence.shingles)
    by_shingle: dict[_Shingle, list[_Sentence]] = {}
    for sentence in sentences:
        rarest = _rarest(sentence, frequency)
        earlier = (known for shingle in rarest for known in by_shingle.get(shingle, ()))
        alike = [known for known in earlier if _repeats(sentence, known)]
        if alike:
            other = min(alike, key=lambda known: known.number)
            yield Issue(
                sentence.at,
                f"the sentence says what {other.at.key} says already",
                "say it once, and refer to it",
                related=((other.at, "said here first"),),
            )
        for shingle in rarest:
            by_shingle.setdefault(shingle, []).append(sentence)


def _repeated_in_place(publication: Publication) -> Iterator[Issue]:
    """Sentences and entries of lists that one text holds twice, word for word."""
    for text in prose_texts(publication):
        first: dict[tuple[str, ...], At] = {}
        for sentence in text.sentences:
            said = words(sentence.text)
            where = text.at(sentence.start, sentence.end)
            least = 1 if sentence.text.startswith(_ENTRY) else _LEAST_IN_PLACE
            if len(said) >= least and first.setdefault(said, where) is not where:
                yield Issue(
                    where,
                    "the text says this sentence already",
                    "take one of the two out",
                    related=((first[said], "said here first"),),
                )


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence; those of one file that say the same are one, the first."""

    key: str
    shingles: frozenset[_Shingle]
    at: At = field(compare=False)
    number: int = field(compare=False)


def _sentences(publication: Publication) -> Iterator[_Sentence]:
    """The sentences of at least `_LEAST` words, with their runs of three words."""
    number = count()
    for passage in prose_texts(publication):
        for sentence in passage.sentences:
            said = words(sentence.text)
            if len(said) >= _LEAST:
                shingles = _shingles(said)
                where = passage.at(sentence.start, sentence.end)
                yield _Sentence(where.key, shingles, where, next(number))


@lru_cache(maxsize=1024)
def _shingles(said: tuple[str, ...]) -> frozenset[_Shingle]:
    """The runs of three words of a sentence; most sentences stand in many publications."""
    return frozenset(zip(said, said[1:], said[2:], strict=False))


def _rarest(sentence: _Sentence, frequency: Counter[_Shingle]) -> list[_Shingle]:
    """So many of its rarest shingles that a sentence almost like it has to share one of them."""
    ordered = sorted(sentence.shingles, key=lambda shingle: (frequency[shingle], shingle))
    return ordered[: len(ordered) - math.ceil(_ALIKE * len(ordered)) + 1]


def _repeats(sentence: _Sentence, known: _Sentence) -> bool:
    """Whether a sentence says almost what another one of another file says."""
    one, other = sentence.shingles, known.shingles
    return known.key != sentence.key and len(one & other) > _ALIKE * len(one | other)
