"""Find how many units on a day a text says to be let through, or to be too many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportkit.reading.counts import number_said
from reportkit.reading.numbers import NUMBER, ORDINAL
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.units import COUNTED
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class Tolerated:
    """A number on one day, and whether a text says that so many are let through."""

    number: int
    let_through: bool
    of_services: bool
    """Whether services are counted, each of which may be several units."""
    start: int
    end: int


@once_for_each_text
def tolerated(text: Text) -> Iterator[Tolerated]:
    """What a text says to be let through on a day, or to be too many, by any verb for it."""
    if text.words.isdisjoint(_SCOPE_WORDS):
        return
    for sentence in text.sentences:
        if _SCOPE.within(sentence.text) and not _OTHERWISE.within(sentence.text):
            yield from _of_sentence(sentence)


def _of_sentence(sentence: Sentence) -> Iterator[Tolerated]:
    cut = _THEN.within(sentence.text)
    words = sentence.text if cut is None else sentence.text[: cut.start()]
    numbers = [*_NUMBERED.each(words)]
    passed, stopped = _PASSED.within(words), _STOPPED.within(words) or _STOPS.within(words)
    if len(numbers) != 1 or (passed is None) == (stopped is None):
        return
    (match,) = numbers
    (verdict,) = (one for one in (passed, stopped) if one)
    denials = len([*_DENIED.each(words[: verdict.end()])])
    if denials > 1:
        return
    number = number_said(match["number"] or match["ordinal"]) + (match["more"] is not None)
    let_through = (passed is not None) != bool(denials)
    noun = (match["noun"] or match["ordered"] or "unit").lower()
    start, end = sentence.start + match.start(), sentence.start + match.end()
    yield Tolerated(number, let_through, not noun.startswith("unit"), start, end)


_SCOPE_WORDS: Final = frozenset({"day", "date", "line", "limit", "edit", "claim", "session"})
_SCOPE: Final = Wording(
    r"\b(?:on|in|a|per|for|of|each|within) (?:any |any one |one |the |each |that |a single |one and the )?(?:same )?(?:line|day|date|claim)\b"
    r"|\b(?:the|a|unit|daily|this) (?:unit )?(?:limit|edit)\b|\bthat day\b"
)
"""Tells that what is counted is what one line or one day takes."""
_OTHERWISE: Final = Wording(
    r"\b(?:if|when|whenever|unless|except|modifiers?|append\w*|appeal\w*|note|necessity|other|another|different|both|each (?:hand|knee|side|eye)"
    r"|weeks?|months?|years?|percent|lower|share|half|rate|pair|codes?|payers?|reduced|reduction|in full|less than|fewer|instead|times)\b|\$"
)
"""Words of a condition, of another service or of another measure."""
_NUMBERED: Final = Wording(
    rf"(?<![\w.,$-])(?P<more>more than )?(?P<number>{NUMBER})"
    rf" (?:(?P<noun>units?|{COUNTED})\b|of (?:them|these|those)\b|(?=(?:may|can|are|is|will|get|go|on|a|per|for)\b))"
    rf"|\b(?:a|an|the|any|every) (?P<ordinal>{ORDINAL}) (?P<ordered>units?|{COUNTED}|one)\b"
)
_DENIED: Final = Wording(r"\b(?:no|not|never|cannot|without|nothing|nobody)\b|n't\b")
_THEN: Final = Wording(r"\bbefore\b|\bwithout (?:trouble|a word|question|difficulty)\b")
"""Begins what is said beside the number and its verdict."""
_STOPS: Final = Wording(
    r"\b(?:edit|limit|Medicare|edits)\b (?:\w+ )?(?:stops?|rejects?|denies|refuses?|cuts? off|throws? out|sends? back|questions?|returns?|blocks?)\b"
)
"""The same said of the edit, before the number."""
_PASSED: Final = Wording(
    r"\b(?:gets?|goes|go|comes?|slips?) through\b|\bpass(?:es|ed)?\b|\bwithin (?:the|this|its) (?:\w+ )?limit\b|\b(?:is|are) (?:still )?(?:fine|all right|in order|acceptable)\b"
    r"|\b(?:may|can) be (?:billed|charged|reported|claimed|paid)\b|\b(?:is|are|gets?|be) (?:still |always |not |never |no longer )?(?:accepted|allowed|permitted|paid|payable)\b|\bcause no trouble\b"
)
_STOPPED: Final = Wording(
    r"\b(?:is|are|be|gets?|comes?|will be) (?:\w+ )?(?:rejected|denied|refused|questioned|returned|stopped|cut|flagged|unpaid|held up|thrown out|sent back|back)\b"
    r"|\b(?:beyond|above|over|exceeds?|outside) (?:the|this|its) (?:\w+ )?limit\b|\btoo many\b|\b(?:trips?|trigger\w*|hits?|fails?|overruns?|breaks?|exceeds?|runs? into|goes? over) (?:the|an|a) (?:\w+ )?(?:edit|limit)\b"
    r"|\b(?:one|two|\w+) too many\b"
)
