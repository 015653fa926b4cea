"""Read a whole number that somebody wrote, in the one form that files write it in."""

from __future__ import annotations

from typing import Final

_LONGEST: Final = 9
"""Digits of any number that reports count with; Python reads none of thousands of digits."""


def whole_number(text: str) -> int | None:
    """The number that digits write: `045` is 45; None for any other text, such as `²`."""
    is_number = text.isascii() and text.isdigit() and len(text) <= _LONGEST
    return int(text) if is_number else None
