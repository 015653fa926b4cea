"""Find what a sentence counts: visits, sessions, units, in numbers or by their place in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportkit.reading.numbers import NUMBER, ORDINAL, ORDINALS, value
from reportkit.reading.sentences import Sentence
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class CountedThing:
    """A number of things, the thing in the singular, and where both stand in the text."""

    number: int
    noun: str
    start: int
    end: int


def counted_things(sentence: Sentence) -> Iterator[CountedThing]:
    """What a sentence counts, each by itself."""
    for match in _COUNTED.each(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        noun = match["noun"].lower().removesuffix("s")
        yield CountedThing(number_said(match["number"]), noun, start, end)


def all_numbers(words: str) -> Iterator[int]:
    """Every number in some words, also those of a place in a row: `the twelfth`."""
    for match in _NUMBER.each(words):
        yield number_said(match[0])


def number_said(words: str) -> int:
    """The value of one number: `12`, `twelve`, `twelfth`."""
    return ORDINALS.get(words.lower()) or int(value(words) or 0)


_THINGS = r"(?:visits?|sessions?|units?|treatments?|tests?|injections?|days?|weeks?|months?)"
_COUNTED: Final = Wording(rf"(?<![\w.,-])(?P<number>{ORDINAL}|{NUMBER}) (?P<noun>{_THINGS})\b")
_NUMBER: Final = Wording(rf"(?<![\w.,-])(?:{ORDINAL}|{NUMBER})(?![\w-])")
