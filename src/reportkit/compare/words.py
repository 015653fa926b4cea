"""Two texts in, the stretches they share and differ in out, word by word."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: in both editions, only in the old, or only in the new."""

    kind: Literal["same", "removed", "added"]
    text: str


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order, the removed before the added."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    # In a long text, words on every line are no seed of a match; without that it takes minutes.
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=True)
    pieces: list[Piece] = []
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        gone, come = "".join(before[i1:i2]), "".join(after[j1:j2])
        if gone == come:
            pieces.append(Piece("same", gone))
            continue
        if gone:
            pieces.append(Piece("removed", gone))
        if come:
            pieces.append(Piece("added", come))
    return tuple(pieces)
