"""Find what a text says of units: what one stands for, how many there are, how many are allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reportkit.reading.numbers import NUMBER, value
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class UnitMention:
    """An amount of what is counted, its measure, and the units said to be made of it."""

    amount: Decimal
    measure: str
    units: Decimal
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LimitMention:
    """A number of units a text says to be the most on a line or a day."""

    units: int
    start: int
    end: int


@once_for_each_text
def unit_sizes(text: Text) -> Iterator[UnitMention]:
    """What a text says one unit stands for: 15 minutes, 1 mg."""
    for wording in _SIZES:
        for match in wording.find(text):
            if text.polarity(*match.span("amount")) == "asserted":
                yield UnitMention(_number(match["amount"]), _measure(match["measure"]), Decimal(1),
                                  match.start("amount"), match.end("measure"))  # fmt: skip


@once_for_each_text
def conversions(text: Text) -> Iterator[UnitMention]:
    """Amounts that a text turns into units: `45 minutes are three units`."""
    taken: set[int] = set()
    for wording in _CONVERSIONS:
        for match in wording.find(text):
            if match.start() not in taken:
                taken.add(match.start())
                yield UnitMention(_number(match["amount"]), _measure(match["measure"]),
                                  _number(match["units"]), *match.span())  # fmt: skip
    for match in _IN_TURN.find(text):
        amounts, units = (_NUMBERS.findall(match[group]) for group in ("amounts", "units"))
        if len(amounts) == len(units) > 1:
            for amount, number in zip(amounts, units, strict=True):
                yield UnitMention(_number(amount), _measure(match["measure"]), _number(number),
                                  *match.span())  # fmt: skip


@once_for_each_text
def counted_units(text: Text) -> Iterator[UnitMention]:
    """Services that a text counts into units one by one: `two sessions are two units`."""
    for match in _COUNTED.find(text):
        if text.polarity(*match.span()) == "asserted":
            yield UnitMention(_number(match["amount"]), match["measure"].lower(),
                              _number(match["units"]), *match.span())  # fmt: skip


@once_for_each_text
def limits(text: Text) -> Iterator[LimitMention]:
    """The most units that a text gives for a line or a day."""
    taken: set[int] = set()
    for wording in _LIMITS:
        for match in wording.find(text):
            start, end = match.span("units")
            if start not in taken and not _NO.within(text.plain[max(0, start - 4) : start]):
                taken.add(start)
                yield LimitMention(int(_number(match["units"])), start, end)


@once_for_each_text
def session_minutes(text: Text) -> Iterator[tuple[int, int, int]]:
    """Minutes for which a session is said to last: the number and its place."""
    for match in _SESSION.find(text):
        yield int(_number(match["minutes"])), *match.span("minutes")


_MEASURES = r"(?P<measure>minutes?|min|mg|milligrams?|mcg|micrograms?|g|grams?|ml|milliliters?|hours?|square centimeters?|cm2)"
_AMOUNT = rf"(?P<amount>a|an|{NUMBER})[ -]"
_NO: Final = Wording(r"\bno $")
_SHORT: Final = {
    "milligram": "mg",
    "microgram": "mcg",
    "gram": "g",
    "milliliter": "ml",
    "min": "minute",
    "cm2": "square centimeter",
}
_SIZES: Final = (
    Wording(
        rf"\b(?:one|a|each|1|every) unit (?:is|of|stands for|covers|means|equals|counts|represents|for each)(?: service)?(?: is)?"
        rf"(?: about)? {_AMOUNT}{_MEASURES}\b",
        "unit",
    ),
    Wording(
        rf"\b(?:each|every|per|for each|for every) (?:further )?{_AMOUNT}{_MEASURES} (?:is|are|counts? as|makes?|equals?) (?:one|a|1) unit\b",
        "unit",
    ),
    Wording(rf"\b(?:one|1|a) unit (?:for|per|to) (?:each|every)? ?{_AMOUNT}{_MEASURES}\b", "unit"),
    Wording(
        rf"\b(?:for )?(?:each|per|every) {_AMOUNT}{_MEASURES}\b(?= *(?:$|[.,;)]))", "each per every"
    ),
    Wording(rf"\breports? {_AMOUNT}{_MEASURES}\b(?= of)", "report reports"),
)
_CONVERSIONS: Final = (
    Wording(
        rf"(?<![\w.-]){_AMOUNT}{_MEASURES}(?: (?:of [a-z]+|left|given|discarded))?(?:, which)? (?:is|are|as|equals?|makes?|counts? as|gives?|billed as|reported as)"
        rf"(?: not)?(?: only)? (?P<units>{NUMBER}) units?\b",
        "unit units",
    ),
    Wording(
        rf"(?<![\w.-]){_AMOUNT}{_MEASURES},? (?:billed|reported|coded) (?:as|with) (?P<units>{NUMBER}) units?\b",
        "unit units",
    ),
    Wording(
        rf"(?<![\w.-]){_AMOUNT}{_MEASURES}\b(?! units?)[^.;\d]{{0,80}}?,? (?:and|so|so that|which)(?: are)? (?P<units>{NUMBER}) units? (?:are|is) (?:reported|billed|coded|claimed)\b",
        "unit units",
    ),
    Wording(
        rf"(?<![\w.-])(?P<units>{NUMBER}) units? (?:for|from|after) {_AMOUNT}{_MEASURES}\b(?! (?:each|or more))",
        "unit units",
    ),
)
_LISTED = rf"{NUMBER}(?:, {NUMBER})*,? and {NUMBER}"
_NUMBERS: Final = re.compile(NUMBER, re.IGNORECASE)
_IN_TURN: Final = Wording(
    rf"(?<![\w.-])(?P<amounts>{_LISTED})[ -]{_MEASURES}[^.;]{{0,20}}? (?:is|are|as|equal|make|count as|give) (?P<units>{_LISTED}) units\b",
    "units",
)
_COUNTED: Final = Wording(
    rf"(?<![\w.-])(?P<amount>{NUMBER}) (?P<measure>sessions?|visits?|tests?|stud(?:y|ies)|operations?|procedures?|injections?|services?|encounters?|panels?|hands?|eyes?|sides?|joints?|specimens?)"
    rf"(?: of [a-z ]{{1,20}})? (?:is|are|counts? as|makes?|equals?) (?:only |just )?(?P<units>{NUMBER}) units?\b",
    "unit units",
)
_LIMITS: Final = (
    Wording(
        rf"\b(?:(?:no|not) more than|up to|at most|a maximum of|max(?:imum)?\.?(?: of)?|limit(?:ed)? (?:of|to|is)|limit for one day is"
        rf"|daily limit (?:is|of)|limit (?:a|per) day is|accepts?|allows?|permits?|expects?|pays?(?: for)?|limit has become)"
        rf" (?P<units>{NUMBER})(?: units?| tests?| services?| sessions?)?"
        r"(?= (?:on|a|per|in|for|each) (?:one |the |a |each )?(?:same )?(?:line|day|date|claim|session)|,| *\.| units?)",
        "limit limited more up most maximum max accepts accept allows allow permits permit expects expect pays pay",
    ),
    Wording(
        rf"(?<![\w.-])(?P<units>{NUMBER}) units? (?:on|a|per|in|each|for) (?:one |the |a |each )?(?:same )?(?:line|day|date|claim)\b",
        "unit units",
    ),
    Wording(rf"\blimit\b[^.;]{{0,30}}? (?:is|of|are) (?P<units>{NUMBER}) units?\b", "limit"),
)
_SESSION: Final = Wording(
    rf"\b(?:for|lasts?|lasted|takes?|took|of|after|within) (?:about )?(?P<minutes>{NUMBER})[ -]minutes?\b",
    "minutes minute",
)


def _number(words: str) -> Decimal:
    return Decimal(1) if words.lower() in ("a", "an") else (value(words) or Decimal(0))


def _measure(word: str) -> str:
    singular = word.lower().rstrip("s") if len(word) > 2 else word.lower()
    return _SHORT.get(singular, singular)
