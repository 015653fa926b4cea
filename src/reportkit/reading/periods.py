"""Find what a text says of the days of a global period, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportkit.reading.codes import code_mentions
from reportkit.reading.numbers import IN_WORDS, value
from reportkit.reading.text import Text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A number of days that a text gives as the code's own global period."""

    days: int
    start: int
    end: int


def global_periods(text: Text, own: str) -> Iterator[PeriodMention]:
    """The days of the global period that a text gives the code `own`."""
    taken: set[int] = set()
    for wording in _WORDINGS:
        for match in wording.find(text):
            start, end = match.span("days")
            number = _ZERO.get(match["days"].lower(), value(match["days"]))
            if number is None or start in taken or _of_others(text, match, own):
                continue
            taken.add(start)
            yield PeriodMention(int(number), start, end)


_ZERO: Final = {
    "tenth": 10,
    "two weeks": 14,
    "first month": 30,
    "zero": 0,
    "no": 0,
    "same": 0,
    "000": 0,
    "010": 10,
    "090": 90,
}
_DAYS = rf"(?P<days>\d{{1,3}}|zero|{IN_WORDS})(?:[ -]|\s)days?\b"
_NEEDS = "global postoperative follow after within period"
_WORDINGS: Final = (
    Wording(
        r"\bglobal (?:surg\w+ )?(?:period|package|days|window|fee period)\b[^.;]{0,45}?(?<![\w.-])"
        + _DAYS,
        "global",
    ),
    Wording(rf"(?<![\w.-]){_DAYS}(?:'s?)?(?: \w+){{0,2}}? global\b", "global"),
    Wording(r"(?<![\w.-])(?P<days>\d{1,3}|zero|" + IN_WORDS + r") global days?\b", "global"),
    Wording(
        r"\bglobal (?:period |indicator |days )?(?:of |is |indicator )?\(?(?P<days>000|010|090)\b",
        "global",
    ),
    Wording(
        r"\b(?:follow-?up|after-?care|post-?operative|care after|visits? after"
        r"|return\w*)\b[^.;]{0,50}?"
        r"\b(?:within|for|in|during|over|through|of) (?:the |a |its )?(?:first |next "
        r"|following )?(?<![\w.-])"
        + _DAYS
        + r"(?= (?:of the global|after (?:the|surgery|it)|belong|(?:is|are) (?:included|part"
        r"|bundled|not paid)|following)|[,.;]|$)",
        "follow followup aftercare postoperative post care visits visit return returns",
    ),
    Wording(r"\bwithin the (?<![\w.-])" + _DAYS, "within"),
)

_GENERAL: Final = re.compile(
    r"\b(?:(?:minor|major|other|most|some|many|all|another|surgical) (?:procedures?|operations?"
    r"|codes?|surger(?:y|ies))"
    r"|(?:surgery|procedures|operations|codes|services) (?:with|that (?:have|has|carry|carries)|of)|endoscop(?:y|ies) in general)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def _of_others(text: Text, match: re.Match[str], own: str) -> bool:
    """Whether the words around the days speak of another code, of procedures at large, or deny."""
    sentence = text.sentence(match.start())
    clause, offset = sentence.clause(*match.span())
    before = text.plain[max(offset, 0) : match.start("days")]
    named = [
        mention.code
        for mention in code_mentions(text)
        if mention.kind == "billing" and offset <= mention.start < offset + len(clause)
    ]
    if named and own not in named:
        return True
    if _GENERAL.search(before):
        return True
    return sentence.polarity(*match.span("days")) in ("denied", "advised against")
