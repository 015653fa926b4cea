"""Find the line of the claim that a text says to carry a modifier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportkit.model.sections.coding_specifications import ClaimLine
from reportkit.reading.text import Text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class LineMention:
    """A line of the claim that a text says to carry the modifier."""

    line: ClaimLine
    start: int
    end: int


def lines_said(text: Text) -> Iterator[LineMention]:
    """The lines that a text says to carry the modifier; what it advises against is no line."""
    for line, wording in _LINES:
        for match in wording.find(text):
            if text.polarity(*match.span()) in ("asserted", "conditional"):
                yield LineMention(line, *match.span())


_CARRIES = (
    r"\b(?:append|put|add|use|goes|go|belongs|carried|stands)(?:ed|s)?\b(?: (?:it|this|them|modifier \w\w))?"
    r" (?:on|to|with|by|behind) (?:the|a|that|this)(?: (?:line|code) of (?:the|a|this|that))? "
)
_THING = r" (?:procedure|service|code|operation|one)\b"
"""No line: a second line of a claim may be of the same service."""
_LINES: Final[tuple[tuple[ClaimLine, Wording], ...]] = (
    ("second-procedure", Wording(
        _CARRIES + r"(?:second|further|later|other|repeat(?:ed)?|return|unrelated|related"
        r"|lower-valued|additional|subsequent|staged)" + _THING,
        "second further later other repeat repeated return unrelated related lower additional"
        " subsequent staged")),
    ("column-two", Wording(_CARRIES + r"column[- ](?:two|2)\b", "column")),
    ("companion-e-m", Wording(_CARRIES + r"(?:visit|E/M)\b", "visit m")),
    ("procedure", Wording(
        _CARRIES + r"(?:first|main|primary|reported)" + _THING, "first main primary reported")),
)  # fmt: skip
"""Line of the claim to the words that tell it."""
