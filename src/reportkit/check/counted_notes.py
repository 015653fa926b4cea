"""Words in, the code out whose note counts what they count: a fourth view is of four or more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reportkit.check.words import parted
from reportkit.reading.counts import number_said
from reportkit.reading.numbers import NUMBER, ORDINAL
from reportkit.reading.wording import Wording

_Range = tuple[int, int]
_ENDLESS: Final = 1_000_000
"""Stands for a number without an upper bound."""


def counted_by(words: str, notes: Mapping[str, str], own: str) -> str | None:
    """The one code whose note counts the same thing in the number that some words say.

    None where the description `own` counts it in that number, or does not count it at all.
    """
    of_own = _counts(own)
    for noun, (number, highest) in _counts(words).items():
        if number != highest or noun not in of_own or _within(number, of_own[noun]):
            continue
        fitting = [
            code
            for code, note in notes.items()
            if (counted := _counts(note).get(noun)) and _within(number, counted)
        ]
        if len(fitting) == 1:
            return fitting[0]
    return None


def counts_as(note: str, own: str) -> bool:
    """Whether a note says nothing but a number of things, and `own` counts as many of them."""
    counts, of_own = _counts(note), _counts(own)
    rest = parted(_COUNTED.compiled.sub("", note).lower())
    return bool(counts) and counts.items() <= of_own.items() and _EMPTY.issuperset(rest)


_EMPTY: Final = frozenset({"is", "are", "be", "taken", "made", "done", "given", "of", "it", "the"})
"""Words beside a number of things that set no code apart."""


def _within(number: int, counted: _Range) -> bool:
    return counted[0] <= number <= counted[1]


def _counts(words: str) -> dict[str, _Range]:
    """What some words count, by noun: from how many to how many."""
    counts: dict[str, _Range] = {}
    for match in _COUNTED.each(words):
        low, high = _number(match["low"]), match["high"]
        highest = low if high is None else _ENDLESS if high == "more" else _number(high)
        counts[match["noun"].lower().removesuffix("s")] = (low, highest)
    return counts


def _number(words: str) -> int:
    return 2 if words.lower() == "a pair of" else number_said(words)


_COUNTED: Final = Wording(
    rf"\b(?P<low>a pair of|{NUMBER}|{ORDINAL})(?: (?:or|to) (?P<high>more|{NUMBER}))?"
    r" (?P<noun>[a-z]{4,})\b"
)
