"""Fonts of a theme in, the characters a page can be set with out.

The layout takes any font of the theme for a character that the font in force lacks, so one
that has it is enough. A letter that no font has as one character is set from its parts, a
base and its marks, by the font in force, and which one that is the source does not say: so
every font has to have the parts. Spaces of any width need no font.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cache

from reportkit.model.font_ranges import FONTS


@dataclass(frozen=True, slots=True)
class FontCoverage:
    """What the fonts of a theme have, by code point."""

    some: Set[int]
    """What at least one font has."""
    every: Set[int]
    """What all fonts have."""

    def covers(self, character: str) -> bool:
        """True if no style of the theme sets the character as a box."""
        if ord(character) in self.some or unicodedata.category(character) == "Zs":
            return True
        parts = unicodedata.normalize("NFD", character)
        return parts != character and all(ord(part) in self.every for part in parts)


def coverage_of(fonts: Iterable[Set[int]]) -> FontCoverage:
    """The coverage of fonts, each given by the code points it has."""
    known = [frozenset(font) for font in fonts]
    none: frozenset[int] = frozenset()
    return FontCoverage(none.union(*known), known[0].intersection(*known) if known else none)


@cache
def shipped_coverage() -> FontCoverage:
    """What the fonts of the default theme cover."""
    return coverage_of(code_points(ranges) for ranges in set(FONTS.values()))


@cache
def code_points(ranges: str) -> frozenset[int]:
    """Every code point of ranges as `font_ranges` writes them: `20-7E A0`."""
    ends = (stretch.partition("-") for stretch in ranges.split())
    return frozenset(
        code
        for first, _, last in ends
        for code in range(int(first, 16), int(last or first, 16) + 1)
    )


def ranges_of(codes: Iterable[int]) -> str:
    """Code points as such ranges, in order."""
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return " ".join(
        f"{first:X}" if first == last else f"{first:X}-{last:X}" for first, last in ranges
    )


def hash_of(font: bytes) -> str:
    """The hash by which a font file of the default theme is told from another."""
    return hashlib.blake2b(font, digest_size=20).hexdigest()
