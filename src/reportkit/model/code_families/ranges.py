"""Hold ranges of billing codes, and say whether a code is in them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ranges:
    """Ranges of codes of one shape each, ends included: `00100-01999`, `0001U-0999U`, `G0101`."""

    pairs: tuple[tuple[str, str], ...]

    def __contains__(self, code: str) -> bool:
        return any(low <= code <= high and _shape(code) == _shape(low) for low, high in self.pairs)


def ranges(text: str) -> Ranges:
    """Ranges written with hyphens and separated by blanks."""
    ends = (part.split("-") for part in text.split())
    return Ranges(tuple((end[0], end[-1]) for end in ends))


def _shape(code: str) -> tuple[int, str, str]:
    """Length and letters of a code: what two codes must share to be in one range."""
    return (
        len(code),
        code[:1] if code[:1].isalpha() else "",
        code[-1:] if code[-1:].isalpha() else "",
    )
