"""Find words that stand twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording

_DOUBLED: Final = Wording(r"\b(?P<word>[^\W\d_]+)(?: (?P=word))+\b(?![-'])")
_MAY_REPEAT: Final = frozenset(["that", "had", "very", "bye", "hear", "knock", "so"])


@once_for_each_text
def doubled_words(text: Text) -> Iterator[tuple[str, int, int]]:
    """Each word said twice or more in a row, with the place of all of them."""
    for match in _DOUBLED.find(text):
        if match["word"].lower() not in _MAY_REPEAT:
            yield match["word"], *match.span()
