"""Find misspelled words: those that the list of codespell knows, and no others.

A list of known misspellings says nothing of words it does not have, so that no right word of the
field is called wrong. The list is sorted; it is searched where it lies and never read whole.
"""

from __future__ import annotations

import mmap
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
    content = _list()
    low, high = 0, len(content)
    while low < high:
        middle = content.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = content.find(b"\n", middle, len(content))
        line = content[middle : end if end != -1 else len(content)].decode()
        key, _, meant = line.partition("->")
        if key == word:
            return tuple(
                part.strip()
                for part in meant.split(",")
                if part.strip() and " " not in part.strip()
            )
        if key < word:
            low = (end if end != -1 else len(content)) + 1
        else:
            high = middle
    return ()


@cache
def _list() -> mmap.mmap:
    package = find_spec("codespell_lib")
    assert package is not None and package.submodule_search_locations is not None  # noqa: S101
    path = Path(package.submodule_search_locations[0]) / "data" / "dictionary.txt"
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
