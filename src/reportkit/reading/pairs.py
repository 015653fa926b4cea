"""Find what a sentence says of pairs of codes: bundled into which, with a modifier or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.reading.numbers import IN_WORDS, value
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording

Claim = Literal[
    "modifier permitted",
    "no modifier permitted",
    "no edit",
    "bundled into",
    "not bundled into",
    "paid beside",
]


@dataclass(frozen=True, slots=True)
class PairClaim:
    """What a sentence says of a pair of codes that it names."""

    claim: Claim
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PairCount:
    """How many of the pairs a sentence says to permit a modifier, or to permit none."""

    number: int | None
    """None where all are meant."""
    permitted: bool
    start: int
    end: int


def sets_apart(text: str) -> bool:
    """Whether a text says of two codes that they do not stand on one claim."""
    return _APART.search(text) is not None


_APART: Final = re.compile(
    r"\b(?:not|never|no|nor|cannot|neither|without|instead|rather|except|unbundl\w*|bundl\w*"
    r"|includ\w*|part of|component|den(?:y|ied|ies)|exclud\w*|forbid\w*|either)\b|n't\b",
    re.IGNORECASE,
)


def pair_claim(text: Text, sentence: Sentence) -> PairClaim | None:
    """What a sentence says of a pair; none where it denies what it would have to assert."""
    for claim, wording in _CLAIMS:
        match = wording.within(sentence.text)
        if match is None:
            continue
        start, end = sentence.start + match.start(), sentence.start + match.end()
        denied = (
            text.polarity(start, end) in ("denied", "advised against")
            or _NEVER.within(match[0]) is not None
        )
        if claim == "bundled into" and denied:
            return (
                None
                if _CONDITION.within(sentence.text)
                else PairClaim("not bundled into", start, end)
            )
        return None if denied and claim != "no edit" else PairClaim(claim, start, end)
    return None


@once_for_each_text
def pair_counts(text: Text) -> Iterator[PairCount]:
    """How many of the pairs a text says to permit a modifier or none."""
    for match in _COUNTED.find(text):
        word = match["number"].lower()
        if word in ("no", "none"):
            continue
        number = 1 if word in ("one", "only one") else value(word)
        yield PairCount(
            None if number is None else int(number), match["closed"] is None, *match.span()
        )


_BUNDLED = r"(?:\w+ )?(?:bundled (?:into|in|with)|(?:a )?part of|included in|swallowed by)"
_PAID = r"(?:paid|billed|reported|claimed|charged)"
_NEVER: Final = Wording(r"^(?:is|are|was) (?:not|never)\b")
_CONDITION: Final = Wording(
    r"\b(?:if|when|whenever|unless|where|except|until|in (?:another|other))\b"
)
_CLAIMS: Final[tuple[tuple[Claim, Wording], ...]] = (
    ("no modifier permitted", Wording(
        r"\b(?:permits?|allows?|takes?|opens? (?:with|to)) no modifier\b|\b(?:does not|do not|never) (?:permit|allow) (?:a|any) modifier\b"
        r"|\bno modifier (?:opens|unlocks|helps|is (?:permitted|allowed))\b|\bclosed to (?:all |every )?modifiers?\b")),
    ("modifier permitted", Wording(
        r"\b(?:permits?|allows?) (?:a|the|one) modifier\b|\b(?:is|are|may be|can be) (?:paid|billed|reported)(?: \w+)? with (?:modifier )?(?:\d\d|X[EPSU])\b"
        r"|\ba modifier (?:opens|unlocks|is (?:permitted|allowed))\b|\bopen to (?:a )?modifiers?\b")),
    ("no edit", Wording(
        r"\bno (?:NCCI )?edit (?:stands|exists|pairs|applies|holds)\b|\b(?:not|never) paired by an edit\b|\bthere is no edit\b"
        r"|\b(?:has|have) no edit with\b")),
    ("bundled into", Wording(
        rf"\b(?:is|are|was) {_BUNDLED}\b")),
    ("paid beside", Wording(
        rf"\b(?:is|are|may be|can be) (?:always )?{_PAID} (?:beside|besides|alongside|in addition to|separately|by (?:itself|themselves)|apart|on top of)\b"
        r"|\bpaid (?:beside|besides|alongside)\b|\b(?:bill|report|charge|claim) (?:it|this|them) (?:as a service of its own|separately|by itself|apart|too|as well)\b"
        rf"|\bboth (?:are|may be|can be) {_PAID}\b")),
)  # fmt: skip
_COUNTED: Final = Wording(
    rf"\b(?P<number>all|both|each|every|none|no|(?:only )?one|{IN_WORDS}|\d+) (?:one )?of the (?:\w+ )?(?:pairs|edits)\b"
    r"(?:(?!\bnone\b)[^.;])*?\b(?:(?P<closed>(?:permits?|allows?|takes?) no modifiers?|(?:is|are) closed|(?:have|has|carry|carries) (?:the )?indicator 0)"
    r"|(?P<open>(?:permits?|allows?|takes?) (?:a|one|the) modifiers?|(?:is|are) open|opens?|(?:have|has|carry|carries) (?:the )?indicator 1))\b",
    "pairs edits",
)
