"""Find which share of a fee a text gives to a second procedure, to both sides or to a part of the care."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from reportkit.reading.concepts import Concept, concepts, concepts_of
from reportkit.reading.numbers import NUMBER, value
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording

Whose = Literal["second procedure", "both sides", "before", "operation", "aftercare"]


@dataclass(frozen=True, slots=True)
class ShareMention:
    """A share of the fee for the service by itself, and whose it is said to be."""

    whose: Whose
    share: Decimal
    is_rough: bool
    start: int
    end: int


@once_for_each_text
def fee_shares(text: Text) -> Iterator[ShareMention]:
    """The shares of a fee that a text gives, of sentences that give one and deny nothing."""
    if text.route[:1] == ("vignette",) or not concepts(text):
        return
    for sentence in text.sentences:
        matches = [*_SHARE.each(sentence.text)]
        if len(matches) != 1:
            continue
        held = concepts_of(text, sentence)
        names = {concept.name for concept in held}
        whose = None if names & {"no", "unless", "own-report"} else _whose(sentence, names)
        share = _value(matches[0]["share"].lower())
        if whose is None or share is None:
            continue
        before = sentence.text[: matches[0].start()]
        if whose == "second procedure" and _OFF.within(before):
            share = 1 - share
        if whose == "both sides" and _each_in_full(held, matches[0]["share"]):
            share = Decimal(2)
        start, end = (sentence.start + offset for offset in matches[0].span("share"))
        yield ShareMention(whose, share, bool(_ROUGH.within(before)), start, end)


def _whose(sentence: Sentence, names: set[str]) -> Whose | None:
    """What a share of the fee is for; None where the sentence does not say one thing."""
    paid = bool(names & {"pays", "reduced", "in-full"})
    if "both-sides" in names and "several" not in names:
        return "both sides" if paid else None
    if "several" in names:
        return "second procedure" if paid else None
    parts: tuple[Whose, ...] = tuple(
        part for part, wording in _PARTS if wording.within(sentence.text)
    )
    return parts[0] if len(parts) == 1 and "pays" in names else None


def _each_in_full(held: tuple[Concept, ...], share: str) -> bool:
    return share.lower().startswith("in full") and any(one.name == "both-sides" for one in held)


def _value(words: str) -> Decimal | None:
    named = _NAMED.get(" ".join(words.split()))
    if named is not None:
        return Decimal(named)
    percent = _PERCENT.within(words)
    number = value(percent["number"]) if percent else None
    if number is not None:
        return number / 100
    return Decimal(1) if words.startswith(("what one", "the same as one", "in full")) else None


_NAMED: Final = {
    **dict.fromkeys(("half", "a half", "halved", "one half"), "0.5"),
    **dict.fromkeys(("a quarter", "one quarter"), "0.25"),
    **dict.fromkeys(("a third", "one third"), "0.33"),
    "two thirds": "0.67",
    "three quarters": "0.75",
    "a fifth": "0.2",
    "four fifths": "0.8",
    "a tenth": "0.1",
    "nine tenths": "0.9",
    **dict.fromkeys(("one and a half times", "one and a half", "one-and-a-half times"), "1.5"),
    **dict.fromkeys(("twice", "double", "doubled", "two times"), "2"),
}
_PERCENT: Final = Wording(rf"^(?P<number>{NUMBER}) ?(?:%|percent|per cent)$")
_SHARE: Final = Wording(
    rf"(?<![\w.-])(?P<share>{NUMBER} ?(?:%|percent\b|per cent\b)|{'|'.join(sorted(_NAMED, key=len, reverse=True))}"
    r"|what one \w+ (?:earns|brings|pays)|the same as one|in full)(?![\w-])"
)
_OFF: Final = Wording(r"\b(?:by|loses|off|costs|takes)(?: \w+)? $")
_ROUGH: Final = Wording(r"\b(?:about|roughly|some|around|nearly|almost|close to)(?: \w+)? $")
_PARTS: Final[tuple[tuple[Whose, Wording], ...]] = (
    ("aftercare", Wording(r"\b(?:after-?care|care after|postoperative (?:care|part|work)|follow-?up|visits after|54|55)\b")),
    ("operation", Wording(r"\b(?:operation itself|operation alone|surgery itself|intraoperative|surgical care|cutting itself)\b")),
    ("before", Wording(r"\b(?:preoperative|before the (?:operation|surgery)|care before)\b")),
)  # fmt: skip
