"""Find misspelled words: those that the list of codespell knows, and slips in words of the field.

A list of known misspellings says nothing of words it does not have, so that no right word of the
field is called wrong. Its lines, `misspelt->meant, or meant`, are in the order of their small
letters. Long words of the field have slips that it does not hold: a letter left out, doubled or
exchanged with its neighbor, or one vowel for another. A word that the list has anywhere as meant is
no slip.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from reportkit.model.field_words import FIELD_WORDS
from reportkit.reading.text import Text
from reportkit.reading.wording import Wording

_WORDS: Final = Wording(r"(?<![\w@./'-])[A-Za-z]{4,}(?![\w@/])(?!\.\w)")
_RIGHT_HERE: Final = frozenset(["ans", "fo", "nd", "ot", "wit", "fpr", "inout", "hist", "sting"])
"""Words of the list that are right in clinical English or in code sets."""


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A misspelled word, and what may have been meant."""

    word: str
    meant: tuple[str, ...]
    start: int
    end: int


def misspellings(text: Text, known: frozenset[str]) -> Iterator[Misspelling]:
    """The misspelled words of a text, but for the `known` ones of the project."""
    for match in _WORDS.find(text):
        word = match[0].lower()
        if word in known or word in _RIGHT_HERE or match[0].isupper():
            continue
        meant = corrections(word) or slips(word)
        if meant:
            yield Misspelling(match[0], meant, *match.span())


@cache
def corrections(word: str) -> tuple[str, ...]:
    """What a misspelled word may mean; none for a word the list does not have."""
    lines, begin = _lines(), f"{word}->"
    index = bisect_left(lines, begin, key=str.lower)
    if index == len(lines) or not lines[index].lower().startswith(begin):
        return ()
    meant = (part.strip() for part in lines[index][len(begin) :].split(","))
    return tuple(part for part in meant if part and " " not in part)


@lru_cache(maxsize=1 << 14)
def slips(word: str) -> tuple[str, ...]:
    """The words of the field that a word is a slip for; none for one that is right or short."""
    if len(word) < _LONG or any(word.removesuffix(ending) in FIELD_WORDS for ending in _ENDINGS):
        return ()
    meant = tuple(
        field + ending
        for ending in _ENDINGS
        if word.endswith(ending)
        for field in _beginning(word[0])
        if is_slip(word.removesuffix(ending), field) and not _is_british(word, field)
    )
    return () if word in _NEIGHBORS or word in _meant() else tuple(dict.fromkeys(meant))


def is_slip(typed: str, meant: str) -> bool:
    """Whether one letter within a word is left out, doubled, exchanged or another vowel."""
    if len(meant) < _LONG or abs(len(typed) - len(meant)) > 1:
        return False
    same = next(
        (at for at, (one, its) in enumerate(zip(typed, meant, strict=False)) if one != its), 0
    )
    if not 0 < same < len(meant) - 1:
        return False
    rest, its = typed[same:], meant[same:]
    if len(typed) < len(meant):
        return rest == its[1:]
    if len(typed) > len(meant):
        return rest[1:] == its and rest[0] in (typed[same - 1], *_VOWELS)
    exchanged = rest[:2] == its[1::-1] and rest[2:] == its[2:]
    return exchanged or (rest[1:] == its[1:] and {rest[0], its[0]} <= _ALIKE[its[0] in _VOWELS])


def _is_british(typed: str, meant: str) -> bool:
    return any(typed.count(both) > meant.count(both) for both in ("ae", "oe", "our"))


_LONG: Final = 6
"""Letters from which a slip is told from another word."""
_VOWELS: Final = frozenset("aeiouy")
_ALIKE: Final = {True: _VOWELS, False: frozenset("cst")}
"""Vowels, and consonants that are heard alike, one of which is written for another."""
_ENDINGS: Final = ("", "s", "ed", "ing", "ly", "al")
_NEIGHBORS: Final = frozenset({
    "anaesthesia", "aneurism", "bondage", "dialyses", "enrolment", "enrolments", "indiction",
    "medial", "mediation", "mediations", "preformed", "prostheses", "redaction", "redactions",
    "speciality", "strake", "strike", "strikes", "tumour", "tumours",
})  # fmt: skip
"""Right words, some of them British, that are one letter from a word of the field."""


@cache
def _beginning(letter: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in FIELD_WORDS if word[0] == letter))


@cache
def _meant() -> frozenset[str]:
    return frozenset(
        part.strip().lower() for line in _lines() for part in line.partition("->")[2].split(",")
    )


@cache
def _lines() -> tuple[str, ...]:
    package = find_spec("codespell_lib")
    assert package is not None and package.submodule_search_locations is not None  # noqa: S101
    path = Path(package.submodule_search_locations[0]) / "data" / "dictionary.txt"
    return tuple(path.read_text("utf-8").splitlines())
