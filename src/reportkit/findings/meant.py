"""Tell which of the names that are known a misspelt one stands for, or is most like."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Final

ALIKE: Final = 0.8
"""How much of two words has to be the same for one to be taken for the other."""


def meant(word: str, known: Iterable[str]) -> str | None:
    """The one known word that is like a word, whatever its capitals; None if none or several are.

    A hint may guess; what changes a file by itself may not.
    """
    folded = {name.casefold(): name for name in known}
    like = difflib.get_close_matches(word.strip().casefold(), folded, n=2, cutoff=ALIKE)
    return folded[like[0]] if len(like) == 1 else None


def closest(typed: str, known: Iterable[str], *, least: float = 0.6) -> str | None:
    """The known name that is most like one that was typed, if any is like it."""
    return next(iter(difflib.get_close_matches(typed, list(known), n=1, cutoff=least)), None)
