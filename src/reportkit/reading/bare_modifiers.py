"""Find modifiers that stand without their word, told by the words around them: `TC goes on the line`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.model.modifiers import MODIFIERS
from reportkit.reading.text import Text
from reportkit.reading.wording import Wording


def bare_modifiers(text: Text) -> Iterator[tuple[str, int, int]]:
    """Known modifiers that a text uses as such, each with its place.

    In the section on modifiers a verb that takes one is enough, before or behind it; elsewhere two
    digits may count anything, so that only a verb of claims tells them from an amount.
    """
    at_home = text.key == "coding-specifications"
    for match in _TOKEN.find(text):
        code, start, end = match["code"], *match.span("code")
        if code not in MODIFIERS or code in _OTHER_MEANINGS:
            continue
        before, behind = text.plain[max(0, start - _NEAR) : start], text.plain[end : end + _NEAR]
        if _COUNTS.within(behind):
            continue
        if _TAKES_CLAIM.within(before) or (
            at_home and (_TAKES.within(before) or _DOES.within(behind))
        ):
            yield code, start, end


_NEAR: Final = 40
_OTHER_MEANINGS: Final = frozenset({"AM", "AS", "AT", "CT", "ET", "GA", "PA", "PC", "PT", "US"})
"""Modifiers that are words, states, images or credentials as well."""
_TOKEN: Final = Wording(
    r"(?<![\w$.,/#§-])(?P<code>[2-9]\d|\dP|[A-Z][A-Z0-9])(?![\w%-]|[.,]\d)", case=True
)
_COUNTS: Final = Wording(
    r"^ (?:percent|per cent|mg|ml|mm|cm|degrees|units?|minutes?|hours?|days?|weeks?|months?|years?|times"
    r"|(?:of|to|or|and) \d|or (?:more|older|over|younger|less)|out of|in (?:every|a hundred))\b"
)
_TAKES_CLAIM: Final = Wording(
    r"\b(?:appends?|appended|appending|adds?|adding|attach(?:es|ed)?|(?:paid|payable|claimed|back|through) (?:with|by|under))(?: modifiers?)? $"
)
_TAKES: Final = Wording(
    r"\b(?:takes?|taking|carr(?:y|ies)|needs?|uses?|using|shows?|wants?|reports?|bills?|puts?|writes?|writing|with|by|under|behind|beside|both|and|or"
    r"|nor|neither|either|than|not|is|of)(?: modifiers?)? $"
)
_DOES: Final = Wording(
    r"^(?: (?:alone|itself|never|always|also|only))? (?:is|are|goes|go|stands?|says?|tells?|means?|marks?|names?|belongs?|applies|does|do|never"
    r"|may|must|can|cannot|should|covers?|shows?|fits?|together|takes?|for|when|if|on the|to the|behind|and|or|beside)\b"
    r"|^[,.;]"
)
