"""Find what a text says of pairs of codes: bundled into which, with a modifier or without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.reading.codes import code_mentions
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text
from reportkit.reading.wording import Wording

Claim = Literal[
    "modifier permitted", "no modifier permitted", "no edit", "bundled into", "paid beside"
]


@dataclass(frozen=True, slots=True)
class PairStatement:
    """What a sentence says of two codes: `first` is bundled into `second`."""

    claim: Claim
    first: str
    second: str
    start: int
    end: int


def pair_statements(text: Text, own: str) -> Iterator[PairStatement]:
    """What a text says of pairs, one with the code `own` where it names no second."""
    codes = [mention for mention in code_mentions(text) if mention.kind == "billing"]
    for sentence in text.sentences:
        named = [m.code for m in codes if sentence.start <= m.start < sentence.end]
        others = [code for code in dict.fromkeys(named) if code != own]
        if len(others) == 1:
            yield from _of_sentence(text, sentence, own, others[0])


def _of_sentence(text: Text, sentence: Sentence, own: str, other: str) -> Iterator[PairStatement]:
    for claim, wording in _CLAIMS:
        match = wording.within(sentence.text)
        if match is None:
            continue
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if claim == "bundled into":
            if text.polarity(start, end) in ("denied", "advised against"):
                return
            other_first = sentence.text.find(other) < match.start()
            first, second = (other, own) if other_first else (own, other)
            yield PairStatement(claim, first, second, start, end)
        elif claim == "no edit" or _is_meant(text, start, end):
            yield PairStatement(claim, other, own, start, end)
        return


def _is_meant(text: Text, start: int, end: int) -> bool:
    return text.polarity(start, end) not in ("denied", "advised against")


_CLAIMS: Final[tuple[tuple[Claim, Wording], ...]] = (
    ("no modifier permitted", Wording(
        r"\b(?:permits?|allows?|takes?|opens? (?:with|to)) no modifier\b|\b(?:does not|do not|never) (?:permit|allow) (?:a|any) modifier\b"
        r"|\bno modifier (?:opens|unlocks|helps|is (?:permitted|allowed))\b")),
    ("modifier permitted", Wording(
        r"\b(?:permits?|allows?) (?:a|the|one) modifier\b|\b(?:is|are|may be|can be) (?:paid|billed|reported)(?: \w+)? with (?:modifier )?(?:\d\d|X[EPSU])\b")),
    ("no edit", Wording(r"\bno (?:NCCI )?edit (?:stands|exists|pairs|applies|holds)\b|\b(?:not|never) paired by an edit\b|\bthere is no edit\b")),
    ("bundled into", Wording(r"\b(?:is|are|was) (?:\w+ )?(?:bundled (?:into|in|with)|(?:a )?part of|included in)\b")),
    ("paid beside", Wording(
        r"\b(?:is|are|may be|can be) (?:paid|billed|reported) (?:beside|besides|alongside|in addition to|separately from|on top of)\b"
        r"|\bpaid (?:beside|besides|alongside)\b|\bbill (?:it|this) as a service of its own\b")),
)  # fmt: skip
