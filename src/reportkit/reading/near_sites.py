"""Find names of sites with a slip of the keyboard in one of their words: `urgant care center`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from reportkit.model.sites import SITE_PHRASES
from reportkit.reading.slips import one_slip
from reportkit.reading.text import Text, once_for_each_text


@dataclass(frozen=True, slots=True)
class NearSite:
    """Words that are a letter away from the name of a site."""

    name: str
    start: int
    end: int


@once_for_each_text
def near_sites(text: Text) -> Iterator[NearSite]:
    """The names of sites that a text misses by a letter; the last word of each is right."""
    if text.words.isdisjoint(_by_last_word()):
        return
    words = [*_WORD.finditer(text.plain)]
    small = [word[0].lower() for word in words]
    for last, word in enumerate(small):
        for name in _by_last_word().get(word, ()):
            first = last - len(name) + 1
            if first >= 0 and _is_near(small[first : last + 1], name):
                yield NearSite(" ".join(name), words[first].start(), words[last].end())
                break


def _is_near(typed: list[str], name: tuple[str, ...]) -> bool:
    """Whether just one word differs, by one slip, and is long enough to be no other word."""
    differing = [pair for pair in zip(typed, name, strict=True) if pair[0] != pair[1]]
    return (
        len(differing) == 1
        and min(map(len, differing[0])) >= _LEAST
        and one_slip(*differing[0])
        and differing[0][0].rstrip("s") != differing[0][1].rstrip("s")
        and differing[0][0] not in _words_of_names()
    )


_LEAST: Final = 5
_WORD: Final = re.compile(r"\w+")


@cache
def _by_last_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The names of more than one word, by their last one."""
    names: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in SITE_PHRASES:
        words = tuple(_WORD.findall(phrase))
        if len(words) > 1:
            names[words[-1]] = (*names.get(words[-1], ()), words)
    return names


@cache
def _words_of_names() -> frozenset[str]:
    """Words that stand in a name of a site, and so are no slip: `inpatient` for `outpatient`."""
    return frozenset(word for phrase in SITE_PHRASES for word in _WORD.findall(phrase))
