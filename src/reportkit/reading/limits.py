"""Find how many units a text says to be the most, or that there is no limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportkit.reading.normal import REFERENCE_MARK
from reportkit.reading.numbers import NUMBER, NUMERO
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.units import COUNTED, number_of
from reportkit.reading.wording import Wording
from reportkit.source.references import Reference


@dataclass(frozen=True, slots=True)
class LimitMention:
    """A number of units a text says to be the most on a line or a day."""

    units: int
    start: int
    end: int


@once_for_each_text
def limits(text: Text) -> Iterator[LimitMention]:
    """The most units that a text gives for a line or a day."""
    taken: set[int] = set()
    for wording in _LIMITS:
        for match in wording.find(text):
            start, end = match.span("units")
            if start not in taken and not _NO.within(text.plain[max(0, start - 12) : start]):
                taken.add(start)
                yield LimitMention(int(number_of(match["units"])), start, end)


def bound_limits(text: Text) -> Iterator[tuple[int, int]]:
    """Where a sentence takes the limit from the data and makes it no limit, or that of other days.

    `no less than {{ input.mue.practitioner.units }}`, `… units on two days`.
    """
    for sentence in text.sentences:
        limit = any(
            isinstance(reference, Reference) and reference.names[:2] == ("input", "mue")
            for reference in text.references(sentence)
        )
        if not limit or _IS_BEYOND.within(sentence.text):
            continue
        for wording in (_NO_UPPER_LIMIT, _OTHER_DAYS):
            for match in wording.each(sentence.text):
                yield sentence.start + match.start(), sentence.start + match.end()


@once_for_each_text
def denied_limits(text: Text) -> Iterator[tuple[int, int]]:
    """Where a text says that units have no limit."""
    for match in _NO_LIMIT.find(text):
        if text.polarity(*match.span()) == "asserted":
            yield match.span()


def tells_of_before(sentence: Sentence) -> bool:
    """Whether a sentence tells what held before a change."""
    return _BEFORE.within(sentence.text) is not None


_BEFORE: Final = Wording(
    r"\b(?:was|were|had|before|until|former(?:ly)?|earlier|once|used to|lowered|raised|from|instead of|rather than|changed|old|previous(?:ly)?)\b"
)
_NO: Final = Wording(r"\b(?:no|instead of|rather than) $")
"""What stands before a number that is no limit, or no longer one."""
_PERIOD_OF_LIMIT = r"(?:on|a|per|in|for|each) (?:any |any one |one |the |a |each |a single )?(?:same )?(?:line|day|date|claim|session)"
_LIMITS: Final = (
    Wording(
        rf"\b(?:(?:no|not) more than|up to|at (?:the )?most|as many as|a maximum of|max(?:imum)?\.?(?: of)?|limit(?:ed)? (?:of|to|is)|limit for one day is"
        rf"|daily limit (?:is|of)|limit (?:a|per) day is|accepts?|allows?|permits?|expects?|pays?(?: for)?|limit has become|held to|stops? at)"
        rf" (?P<units>{NUMBER})(?: units?| {COUNTED})?"
        rf"(?= {_PERIOD_OF_LIMIT}|,| *\.| units?| at (?:the )?most\b| and no more\b)",
        "limit limited more up most many maximum max accepts accept allows allow permits permit expects expect pays pay held stops stop",
    ),
    Wording(
        rf"\b(?:take|takes|tolerates?|honou?rs?) (?P<units>{NUMBER})(?: units?| {COUNTED})? {_PERIOD_OF_LIMIT}",
        "take takes tolerate tolerates honor honors honour honours",
    ),
    Wording(
        rf"(?<![\w.-])(?P<units>{NUMBER}) units? {_PERIOD_OF_LIMIT}\b(?! (?:is|are) (?:\w+ ){{0,2}}(?:too many|denied|rejected|returned|refused|beyond|above|over))",
        "unit units",
    ),
    Wording(
        rf"(?<![\w.-])(?P<units>{NUMBER})(?: (?:units?|{COUNTED})| (?={_PERIOD_OF_LIMIT}))(?:(?<= )| ?)(?:{_PERIOD_OF_LIMIT})? ?(?:are|is|may be|can be)"
        r" (?:the (?:most|limit|maximum)|expected at (?:the )?most|(?:accepted|allowed|expected|permitted) at (?:the )?most)\b",
        "most limit maximum",
    ),
    Wording(
        rf"\b(?:more|higher) than (?P<units>{NUMBER}) (?:units|{COUNTED})?[^.;]{{0,30}}\b(?:is|are) (?:beyond|above|over|outside) (?:the|this) limit\b",
        "limit",
    ),
    Wording(
        rf"\b(?:hasta|no más de|un máximo de|máximo:?|acepta[n]?|permiten?|pagan?|admiten?) (?P<units>{NUMERO}) unidad(?:es)? (?:por|al|en un|en una) (?:día|fecha|línea)\b",
        "unidad unidades",
    ),
    Wording(
        rf"\blimit\b[^.;]{{0,30}}? (?:is|of|are) (?P<units>a single|{NUMBER}) (?:units?|{COUNTED})\b",
        "limit",
    ),
    Wording(
        rf"\b(?:daily limit|unit limit|limit (?:for|of|on) (?:the|a|one) day|MUE)s?(?: value)?(?: is|:| of)? (?P<units>{NUMBER})(?=[.,;)]|$)",
        "limit limits mue mues",
    ),
    Wording(
        rf"\b(?:most|biggest number|highest number|largest number|greatest number)\b[^.;]{{0,50}}\b(?:line|day|date)\b[^.;]{{0,25}} (?:is|are|comes to) (?P<units>{NUMBER})(?=[.,;)]|$)",
        "most number",
    ),
    Wording(
        rf"(?<![\w.-])(?P<units>{NUMBER}) (?:is|are) (?:as (?:far|many|much) as|the end|the ceiling|the top|where it stops|all)\b[^.;]{{0,30}}\b(?:on|in|a|per) (?:a |one |the )?(?:day|date)\b",
        "day date",
    ),
)
_IS_BEYOND: Final = Wording(
    r"\b(?:den(?:y|ied|ies)|reject\w*|return\w*|refus\w*|beyond|exceed\w*|review\w*|appeal\w*|if|when|need\w*|unlikely)\b"
)
"""What happens to units that are too many, which is said of more than the limit."""
_NO_UPPER_LIMIT: Final = Wording(
    rf"\b(?:(?:no|not|never) (?:less|fewer) than|at least|a minimum of|(?<!no )(?<!not )(?<!never )(?:more|less|fewer) than) {REFERENCE_MARK}"
)
_OTHER_DAYS: Final = Wording(
    rf"{REFERENCE_MARK}(?: units?| tests?| services?| sessions?)? (?:on|in|for|within|over) (?!one\b|1\b){NUMBER} (?:days?|lines?|dates?|claims?)\b"
)
_NO_LIMIT: Final = Wording(
    r"\b(?:there is|has|have|sets?|knows?|gives?|publish(?:es)?) no (?:\w+ )?limits? (?:to|on|of|for) (?:how many|the (?:number of )?units|units)\b"
    r"|\bas many (?:units )?as (?:needed|wanted|were given|are needed|one likes)\b|\b(?:any|an unlimited) number of units\b|\bwithout (?:a|any) limit (?:to|on) (?:the )?units\b",
    "limit limits many unlimited number",
)
