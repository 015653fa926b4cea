"""List words that say the contrary of each other, one of which is put for the other."""

from __future__ import annotations

import re
from typing import Final

from reportkit.challenge.change import Kind

_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "fifteen", "twenty", "thirty", "sixty", "ninety"),
)
_CONTRARIES = (
    ("is not", "is"),
    ("are not", "are"),
    ("does not", "does"),
    ("do not", "do"),
    ("permits no", "permits a"),
    ("permits", "forbids"),
    ("covers", "excludes"),
    ("more", "less"),
    ("higher", "lower"),
    ("before", "after"),
    ("always", "never"),
    ("with", "without"),
    ("first", "last"),
    ("both", "neither"),
    ("only", "also"),
    ("no", "every"),
    ("bundled", "unbundled"),
    ("bundles", "does not bundle"),
    ("bundle", "do not bundle"),
    ("separate", "same"),
    ("required", "optional"),
    ("lower-valued", "higher-valued"),
    ("longer", "shorter"),
    ("in full", "by half"),
)
_DENIALS = {
    "is": "is not",
    "are": "are not",
    "pays": "does not pay",
    "carries": "does not carry",
    "decides": "does not decide",
    "prices the": "does not price the",
    "has a": "has no",
}
"""Words of a statement that a denial turns, where no contrary stands above."""
_SEXES = (
    ("she", "he"),
    ("her", "his"),
    ("woman", "man"),
    ("women", "men"),
    ("female", "male"),
    ("mother", "father"),
    ("daughter", "son"),
)


def _both_ways(pairs: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return dict(pairs) | {second: first for first, second in pairs}


SWAPS: Final[tuple[tuple[Kind, dict[str, str]], ...]] = (
    ("number words", dict(zip(_NUMBERS, _NUMBERS[1:] + _NUMBERS[:1], strict=True))),
    ("words of meaning", _both_ways(_CONTRARIES) | _DENIALS),
    ("sex", _both_ways(_SEXES)),
)
"""Kind of change to its words, each with what is put in its place."""


SIDES: Final = {"left": "right", "right": "left"}


def pattern_of(words: dict[str, str]) -> re.Pattern[str]:
    """Finds the words of a table, the longest first, whole and in any case.

    `The one that` and `this one` are no number and stay.
    """
    longest = sorted(words, key=len, reverse=True)
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])"
        r"(?<!the one)(?<!this one)(?<!that one)(?<!wrong one)(?<!with one)",
        re.IGNORECASE,
    )


def in_case_of(new: str, old: str) -> str:
    """A word with a capital where the one it stands for has one."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def another_code(text: str) -> str:
    """A number or code whose last digit is one higher; where it has none, its last letter."""
    for index in range(len(text) - 1, -1, -1):
        if text[index].isdigit():
            return f"{text[:index]}{(int(text[index]) + 1) % 10}{text[index + 1 :]}"
    return text[:-1] + ("A" if text[-1] == "Z" else chr(ord(text[-1]) + 1))
