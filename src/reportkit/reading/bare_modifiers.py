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
        closed = not code.isdigit() or _CLOSES.within(behind) is not None
        if (
            _TAKES_CLAIM.within(before)
            or _ON_A_LINE.within(behind)
            or (not code.isdigit() and _tells_modifier(text, start, behind))
            or (closed and _SENDS.within(before))
        ) or (at_home and (_TAKES.within(before) or _DOES.within(behind))):
            yield code, start, end


def _tells_modifier(text: Text, start: int, behind: str) -> bool:
    """Whether a sentence defines what stands before some words, or speaks of one line of a claim."""
    return bool(_DEFINED.within(behind) or _ONE_LINE.within(text.sentence(start).text))


def is_used_as_modifier(text: Text, start: int, end: int) -> bool:
    """Whether the words around two capitals tell that they are a modifier: `GP belongs to therapy`."""
    behind = text.plain[end : end + _NEAR]
    before = text.plain[max(0, start - _NEAR) : start]
    return text.plain[start:end] in MODIFIERS and bool(
        _SPOKEN_OF.within(behind) or _BESIDE.within(before) or _ON_A_LINE.within(behind)
    )


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
    r"\b(?:appends?|appended|appending|adds?|adding|attach(?:es|ed)?|(?:paid|payable|claimed|back|through) (?:with|by|under)|claims? (?:carr(?:y|ies)|takes?|gets?|shows?|bears?|goes? out with))(?: modifiers?)? $"
)
_SPOKEN_OF: Final = Wording(
    r"^ (?:belongs?|means?|marks?|says?|applies|apply|stands? for|(?:has|have) no place|(?:is|are|goes?) (?:for|on|with)|(?i:and|or|nor) (?:\d\d|[A-Z][A-Z0-9])\b)"
)
_DEFINED: Final = Wording(
    r"^ (?:tells|says|means|marks|stands for|signals|(?:is|are) (?:(?:never|always|not|only|often|rarely|seldom) )?(?:needed|required|used|reported"
    r"|billed|added|appended|left out|left off|optional)|is (?:the|an?) (?:narrower|narrowest|better|right|wrong|other) (?:choice|one))\b"
)
_ONE_LINE: Final = Wording(r"\bon (?:one|the same|a single) line\b")
_BESIDE: Final = Wording(r"(?<![\w$.,-])(?:\d\d|[A-Z][A-Z0-9]),? (?:and|or|nor|with) $", case=True)
_SENDS: Final = Wording(
    r"\b(?:sends?|sending|(?:bill|report|code|file|submit) (?:with|under)|(?:is|are) sent (?:with|under)(?: an?)?|gets?|uses?|(?:billed|reported|coded|claimed|filed|submitted) (?:with|under|by)|next to|marked with|flagged with|tagged|ends? (?:in|with)|closes? with|(?:forget|remember|omit|leave off|leave out)(?: the| an?)?"
    r"|(?:pair(?:s|ed)?|bills?|reports?|codes?|files?|submits?|claims?|marks?) (?:it|this|them|the (?:service|visit|test|study|line|code|drug|procedure)) with|together with)(?: modifiers?)? $"
)
"""Verbs of claims that take other things as well, so that digits count only where nothing follows."""
_CLOSES: Final = Wording(
    r"^(?:[.,;)]|$| (?:together|on the|on a|if|when|where|to|for|with|and|or|as well|too|instead)\b)"
)
_ON_A_LINE: Final = Wording(
    r"^ (?:is|are) (?:added|appended|attached)\b|^ (?:is|are|may be) (?:combined|paired|joined) with (?:\d\d|[A-Z][A-Z0-9])\b|^(?: (?:and|plus|with|&) (?:\d\d|[A-Z][A-Z0-9]))? on (?:one|the same|a single) line\b|^(?: and (?:\d\d|[A-Z][A-Z0-9]))? (?:stand|go|belong|appear)s? (?:together|side by side)\b|^ next to (?:\d\d|[A-Z][A-Z0-9])\b|^ (?:goes|go|belongs|is put|is placed|stands|has its place|may go) (?:on|behind|after) (?:the|a|its|every|each|that|this|one|no) (?:\w+ ){0,3}(?:lines?|code|claim)\b"
    r"|^(?: and (?:\d\d|[A-Z][A-Z0-9]))? shares? (?:the|a|one|the same|that) line\b"
)
_TAKES: Final = Wording(
    r"\b(?:takes?|taking|carr(?:y|ies)|needs?|uses?|using|sends?|shows?|wants?|reports?|bills?|puts?|writes?|writing|with|by|under|behind|beside|both|and|or"
    r"|nor|neither|either|than|not|is|of)(?: modifiers?)? $"
)
_DOES: Final = Wording(
    r"^(?: (?:alone|itself|never|always|also|only))? (?:is|are|goes|go|follows|stands?|says?|tells?|means?|marks?|names?|belongs?|applies|does|do|never"
    r"|may|must|can|cannot|should|covers?|shows?|fits?|together|takes?|for|when|if|on the|to the|behind|and|or|beside)\b"
    r"|^[,.;]"
)
