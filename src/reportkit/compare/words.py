"""Two texts in, the stretches they share and differ in out, word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: in both editions, only in the old, or only in the new."""

    kind: Literal["same", "removed", "added"]
    text: str


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order, the removed before the added.

    Long texts are compared by sentence, and by word where one sentence became one other.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) * len(after) <= _AT_ONCE:
        return tuple(_by_word(before, after))
    return tuple(_by_sentence(_SENTENCE.findall(old), _SENTENCE.findall(new)))


_AT_ONCE: Final = 1_000_000
"""Pairs of words that are held against each other at most."""
_SENTENCE: Final = re.compile(r"[^.!?]*[.!?]+\s*|[^.!?]+\Z")


def _by_sentence(before: list[str], after: list[str]) -> Iterator[Piece]:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=True)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        gone, come = before[i1:i2], after[j1:j2]
        if gone == come or len(gone) != len(come):
            yield from _pieces("".join(gone), "".join(come))
            continue
        for sentence, other in zip(gone, come, strict=True):
            old, new = _TOKEN.findall(sentence), _TOKEN.findall(other)
            bounded = len(old) * len(new) <= _AT_ONCE
            yield from _by_word(old, new) if bounded else _pieces(sentence, other)


def _by_word(before: list[str], after: list[str]) -> Iterator[Piece]:
    # In a long text, words on every line are no seed of a match; without that it takes minutes.
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=True)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        yield from _pieces("".join(before[i1:i2]), "".join(after[j1:j2]))


def _pieces(gone: str, come: str) -> Iterator[Piece]:
    """A stretch that both have, or what stands in one and what stands in the other."""
    if gone == come:
        yield Piece("same", gone)
        return
    if gone:
        yield Piece("removed", gone)
    if come:
        yield Piece("added", come)
