"""Tell which words of meaning stand next to each other in some words: `nerve conduction`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

Neighbors = frozenset[str]
"""Two words without regard to their order, small and in the singular."""


def neighbors(words: str) -> Mapping[Neighbors, tuple[int, int]]:
    """Each two words of meaning that stand next to each other, with where they first do."""
    found: dict[Neighbors, tuple[int, int]] = {}
    for one, other in pairwise(_WORD.finditer(words)):
        both = frozenset((_stem(one[0]), _stem(other[0])))
        close = words[one.end() : other.start()] in (" ", "-")
        if close and len(both) > 1 and both.isdisjoint(_FORM_WORDS):
            found.setdefault(both, (one.start(), other.end()))
    return found


def _stem(word: str) -> str:
    return word.lower().removesuffix("s")


_WORD: Final = re.compile(r"\w+")
_FORM_WORDS: Final = frozenset({
    "a", "after", "all", "an", "and", "any", "are", "at", "be", "been", "before", "by",
    "confirm", "covered", "day", "each", "for", "from", "ha", "have", "if", "in", "it", "least",
    "may", "month", "more", "most", "must", "no", "not", "of", "on", "once", "one", "only",
    "or", "persist", "six", "than", "that", "the", "thi", "three", "to", "two", "wa", "week",
    "were", "when", "with", "within", "year",
})  # fmt: skip
"""Words of form, of time and of what every policy says."""
