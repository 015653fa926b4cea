"""Find misspelled words: those that the list of codespell knows, and no others.

A list of known misspellings says nothing of words it does not have, so that no right word of the
field is called wrong. Its lines, `misspelt->meant, or meant`, are in the order of their small
letters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

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
        meant = corrections(word)
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


@cache
def _lines() -> tuple[str, ...]:
    package = find_spec("codespell_lib")
    assert package is not None and package.submodule_search_locations is not None  # noqa: S101
    path = Path(package.submodule_search_locations[0]) / "data" / "dictionary.txt"
    return tuple(path.read_text("utf-8").splitlines())
