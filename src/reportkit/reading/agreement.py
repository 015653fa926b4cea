"""Find words of number whose noun does not agree with them: `two day`, `every values`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording


@once_for_each_text
def disagreements(text: Text) -> Iterator[tuple[int, int]]:
    """Where a noun of the field has another number than the word in front of it."""
    for wording in _DISAGREEING:
        for match in wording.find(text):
            yield match.span()


_SINGULAR = (
    r"(?:day|week|month|year|line|claim|unit|visit|test|study|view|session|procedure|operation"
    r"|modifier|code|payer|patient|side|hand|eye|knee|service|edit|pair|milligram|minute|hour)"
)
_PLURAL = (
    r"(?:days|weeks|months|years|lines|claims|units|visits|tests|studies|views|sessions|procedures"
    r"|operations|modifiers|codes|payers|patients|sides|values|amounts|rates|edits|pairs|limits)"
)
_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|sixty|ninety)"
_DISAGREEING: Final = (
    Wording(
        rf"(?<![\w-])(?<!column ){_MANY} {_SINGULAR}(?=[.,;:)]|$| (?:is|are|was|were|on|in|of|for|and|or)\b)"
    ),
    Wording(
        rf"\b(?:every|each|another|one)(?: (?:relative|provided|other|usual|further))? {_PLURAL}"
        r"(?=[.,;:)]|$| (?:is|are|was|were|on|in|for|and|or|has|have)\b)(?<!one sides)",
        "every each another one",
    ),
    Wording(r"\b(?:every|each) (?:more|less|fewer) than\b", "every each"),
)
