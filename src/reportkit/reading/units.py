"""Find what a text says of units: what one stands for, and how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reportkit.reading.numbers import NUMBER, value
from reportkit.reading.sentences import Sentence
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
    denied: bool = False
    """Whether the units are said not to be made of it."""


def amounts_of_drug(words: str) -> Iterator[tuple[Decimal, str]]:
    """The amounts and measures of a drug in some words: `1 MG`."""
    for match in _OF_DRUG.each(words):
        yield number_of(match["amount"]), _measure(match["measure"])


@once_for_each_text
def unit_sizes(text: Text) -> Iterator[UnitMention]:
    """What a text says one unit stands for: 15 minutes, 1 mg."""
    for wording in (*_SIZES, *((_OF_TITLE,) if text.route == ("title",) else ())):
        for match in wording.find(text):
            if text.polarity(*match.span("amount")) == "asserted":
                yield UnitMention(
                    number_of(match["amount"]),
                    _measure(match["measure"]),
                    Decimal(1),
                    match.start("amount"),
                    match.end("measure"),
                )


@once_for_each_text
def conversions(text: Text) -> Iterator[UnitMention]:
    """Amounts that a text turns into units: `45 minutes are three units`."""
    if text.words.isdisjoint(_SPEAK_OF_UNITS):
        return
    taken = {
        offset
        for wording in (*_SIZES, _IN_TURN)
        for match in wording.find(text)
        for offset in range(*match.span())
    }
    for sentence in text.sentences:
        yield from _converted(sentence, taken)
    for match in _TIMES.find(text):
        if text.polarity(*match.span()) == "asserted":
            amount, measure = _amount(match["amount"], match["measure"])
            given = number_of(match["count"]) * amount
            yield UnitMention(given, measure, number_of(match["units"]), *match.span())
    for match in _IN_TURN.find(text):
        amounts, units = (_NUMBERS.findall(match[group]) for group in ("amounts", "units"))
        if len(amounts) == len(units) > 1:
            for amount, number in zip(amounts, units, strict=True):
                yield UnitMention(
                    number_of(amount), _measure(match["measure"]), number_of(number), *match.span()
                )


def _converted(sentence: Sentence, taken: set[int]) -> Iterator[UnitMention]:
    """The one amount of a sentence and the one number of units that it is turned into."""
    words, begin = sentence.text, sentence.start
    amounts, units = (
        [match for match in wording.each(words) if begin + match.start() not in taken]
        for wording in (_MEASURED, _UNITS)
    )
    amounts = amounts or [*_HOUR_PARTS.each(words)]
    units = units or [*_BILLED_AS.each(words)] or [*_IN_FIELD.each(words)]
    if len(amounts) != 1 or len(units) != 1 or _NO_TURN.within(words):
        return
    (amount,), (counted,) = amounts, units
    first, last = sorted((amount.span(), counted.span()))
    turns = _TURNS if first == amount.span() else _COUNTED_FOR
    in_part = _PART_OF_HOUR.get(amount["amount"].lower())
    given = (
        _amount(amount["amount"], amount["measure"])
        if in_part is None
        else (Decimal(in_part), "minute")
    )
    between = words[first[1] : max(last[1] - 1, counted.start("units"))]
    denied = _DENIED.within(between) is not None
    if _DENIED.within(words) and (not denied or _IF.within(words)):
        return
    if turns.within(between) or _SIDE_BY_SIDE.within(words[first[1] : last[0]]):
        yield UnitMention(
            *given,
            number_of(counted["units"]),
            begin + first[0],
            begin + last[1],
            denied=denied,
        )


def amounts_measured(text: Text) -> Iterator[tuple[Decimal, str]]:
    """Every amount of a text with its measure, whatever is said of it."""
    for match in _MEASURED.find(text):
        yield _amount(match["amount"], match["measure"])


@once_for_each_text
def counted_units(text: Text) -> Iterator[UnitMention]:
    """Services that a text counts into units one by one: `two sessions are two units`."""
    for match in _COUNTED.find(text):
        if text.polarity(*match.span()) == "asserted":
            yield UnitMention(
                number_of(match["amount"]),
                match["measure"].lower(),
                number_of(match["units"]),
                *match.span(),
                denied=match["denied"] is not None,
            )


@once_for_each_text
def units_for_one(text: Text) -> Iterator[UnitMention]:
    """Units that a text has reported for one service: `two units may be reported for one hand`."""
    for match in _COUNTED_FOR_ONE.find(text):
        if text.polarity(*match.span()) == "asserted":
            units = number_of(match["units"])
            yield UnitMention(Decimal(1), match["measure"].lower(), units, *match.span())


@once_for_each_text
def minutes_given(text: Text) -> Iterator[tuple[int, int, int]]:
    """Minutes of which a text says that the service took them up: `an hour of training`."""
    for match in _GIVEN.find(text):
        minutes, _ = _amount(match["amount"], match["measure"])
        yield int(minutes), *match.span()


@once_for_each_text
def session_minutes(text: Text) -> Iterator[tuple[int, int, int]]:
    """Minutes for which a session is said to last: the number and its place."""
    for match in _SESSION.find(text):
        said = match["minutes"].lower()
        minutes = _PART_OF_HOUR.get(said.removeprefix("a "))
        yield int(number_of(said)) if minutes is None else minutes, *match.span("minutes")
    for match in _FROM_TO.find(text):
        first, last = (
            int(match[f"{end}_hour"]) * _MINUTES + int(match[f"{end}_minute"])
            for end in ("first", "last")
        )
        yield (last - first) % _HALF_DAY, *match.span()


_MEASURES = r"(?P<measure>minutes?|min|mg|milligrams?|mcg|micrograms?|g|grams?|ml|milliliters?|hours?|views?|square centimeters?|cm2)"
_AMOUNT = rf"(?P<amount>a|an|{NUMBER})[ -]"
_ONE_UNIT = r"(?:one|a|1) (?:(?:time|billing|full|whole) )?unit"
_PART_OF_HOUR: Final = {
    "half hour": 30,
    "half an hour": 30,
    "quarter of an hour": 15,
    "quarter hour": 15,
    "three quarters of an hour": 45,
}
_SPEAK_OF_UNITS: Final = frozenset(
    {"unit", "units", "quantity", "billed", "reported", "claimed", "charged"}
    | {"gets", "gives", "earns", "brings", "counts", "goes", "comes", "make", "makes", "put"}
)
_SHORT: Final = {
    "milligram": "mg",
    "microgram": "mcg",
    "gram": "g",
    "milliliter": "ml",
    "min": "minute",
    "cm2": "square centimeter",
}
_OF_DRUG: Final = Wording(
    rf"(?<![\w.,/-])(?P<amount>{NUMBER}) ?(?P<measure>milligrams?|micrograms?|mg|mcg|g|grams?)(?![\w/])"
)
_OF_TITLE: Final = Wording(rf", (?:per )?{_OF_DRUG.pattern}$")
MASS: Final = ("mg", "mcg", "g")
"""Measures of mass, of which one tells how much of a drug a unit is."""
_SIZES: Final = (
    Wording(
        rf"\b(?:one|a|each|1|every) unit (?:is|of|stands for|covers|means|equals|counts|represents|holds|contains|has|makes|for each)(?: service)?(?: is)?"
        rf"(?: about)? {_AMOUNT}{_MEASURES}\b",
        "unit",
    ),
    Wording(
        rf"\b(?:each|every|per|for each|for every) (?:further )?{_AMOUNT}{_MEASURES} (?:of [a-z ]{{1,25}} )?(?:is|are|counts? as|counts? for|makes?|equals?|gives?|is counted as|stands? for) {_ONE_UNIT}\b",
        "unit",
    ),
    Wording(rf"\b(?:one|1|a) unit (?:for|per|to) (?:each|every)? ?{_AMOUNT}{_MEASURES}\b", "unit"),
    Wording(
        rf"\b(?:for every|each|per) {_AMOUNT}{_MEASURES}\b(?= *(?:$|[.,;)]))", "each per every"
    ),
    Wording(
        rf"\b(?:one|a|each) (?:study|session|service|test|panel|set|series) of {_AMOUNT}{_MEASURES} (?:is|counts? as|makes?) {_ONE_UNIT}\b",
        "unit",
    ),
    Wording(
        rf"\b(?P<amount>each|every|a|one|any) (?:single )?{_MEASURES} (?:is|counts?|makes?|gives?|is counted)(?: as| for)? (?:{_ONE_UNIT}|its own unit)\b",
        "unit",
    ),
    Wording(
        rf"\bthe first {_AMOUNT}(?P<measure>square centimeters?|cm2)\b(?=(?: of [a-z ]{{1,25}})? (?:is|are|makes?|counts? as) (?:one|a|1) unit\b| *(?:$|[.;]))",
        "first",
    ),
    Wording(rf"\breports? {_AMOUNT}{_MEASURES}\b(?= of)", "report reports"),
    Wording(rf"\breports? (?P<amount>each|every) {_MEASURES}\b(?= of)", "report reports"),
    Wording(
        rf"\b(?:units?|counted|counts?|billed|runs?)\b[^.;]{{0,40}}\b(?:steps|increments|blocks|multiples|portions|intervals|slices) of {_AMOUNT}{_MEASURES}\b",
        "steps increments blocks multiples portions intervals slices",
    ),
    Wording(rf"\b(?:each|every) {_AMOUNT}{_MEASURES} counts? once\b", "once"),
    Wording(
        rf"\bunit (?:of|behind|for|in|under|on)(?: \w+){{1,5}} (?:is|equals|means|comes to|amounts to) {_AMOUNT}{_MEASURES}\b",
        "unit",
    ),
)
_MEASURED: Final = Wording(
    rf"(?<![\w.,-])(?<!half )(?<!quarter of )(?<!quarters of ){_AMOUNT}{_MEASURES}\b(?! (?:units?|vials?)\b)"
)
_HOUR_PARTS: Final = Wording(
    rf"\b(?P<amount>{'|'.join(sorted(_PART_OF_HOUR, key=len, reverse=True))})(?P<measure>)\b",
    "hour",
)
_UNITS: Final = Wording(
    rf"(?<![\w.,-])(?P<units>a single|{NUMBER})(?: (?:full|whole|billing|time))? units?\b",
    "unit units",
)
_BILLED_AS: Final = Wording(
    rf"\b(?:(?:(?:billed|reported|coded|claimed|counted|charged)(?: only)? (?:for|as|with)|(?:gets|gives|earns|brings) (?:you|the \w+)|(?:counts|goes|comes) (?:as|for|out as|to)|(?:minutes|milligrams|mg) (?:make|makes|give|are)|put (?:it )?down(?: as)?) |(?:bill|report|charge|enter)s? (?=\S+ for\b))"
    rf"(?P<units>{NUMBER})(?=[.;,]|$| for\b)"
)
_IN_FIELD: Final = Wording(
    rf"\b(?:(?<=quantity )|(?<=quantity of )|(?=\S+ (?:in|into) the (?:units?|quantity) (?:field|box|column)))(?P<units>{NUMBER})\b"
)
_TURNS: Final = Wording(
    r"\b(?:is|are|as|equals?|makes?|counts?|puts?|enters?|writes?|gives?|yields?|takes?|needs?|stands?|comes? to|amounts? to|bill(?:s|ed)?|report(?:s|ed)?|coded|claimed"
    r"|charged|gets?|earns?|brings?|has|have|holds?|fills?|reach(?:es)?|covers?|totals?|runs? to|adds? up to|for|from|after|so|and|receives?|given|into)\b|[=:]"
)
_SIDE_BY_SIDE: Final = Wording(
    r"^(?: (?:of \w+|doses?|sessions?|vials?|syringes?))?(?:[,:;?]| [-–=]|) ?$"
)
"""Nothing but a stop between an amount and what it makes: `forty minutes, two units`."""
_DENIED: Final = Wording(r"\b(?:not|never|no|cannot|nor)\b")
_IF: Final = Wording(r"\b(?:if|when|unless|where|until)\b")
_COUNTED_FOR: Final = Wording(
    r"^ (?:for|from|after|of|stands? for|means?|equals?|is|are|covers?|comes? from)\b|\bfor(?: the| a)? $|\b(?:for|from|after)(?: a| the)?(?: dose| session| total)?(?: of)? ?$"
)
"""What stands between units and the amount behind them that they are counted for."""
_NO_TURN: Final = Wording(
    r"\b(?:each|every|per|further|additional|less than|fewer|more than|or more|or less|at least|at most|up to|no more|most|maximum|limits?|expects?|between"
    r"|on (?:one|a|the same) (?:day|line|date)|a day|per day|beyond|first|of which|(?:two|three|four|five|six|\d+) (?:vials|doses|injections|syringes|times|sessions|visits|hands|knees))\b"
)
"""Words by which an amount and a number of units do not stand for each other."""
_LISTED = rf"{NUMBER}(?:, {NUMBER})*,? and {NUMBER}"
_NUMBERS: Final = re.compile(NUMBER, re.IGNORECASE)
_IN_TURN: Final = Wording(
    rf"(?<![\w.-])(?P<amounts>{_LISTED})[ -]{_MEASURES}[^.;]{{0,20}}? (?:is|are|as|equal|make|count as|give) (?P<units>{_LISTED}) units\b",
    "units",
)
COUNTED: Final = r"(?:examinations?|tracings?|screenings?|treatments?|biops(?:y|ies)|sessions?|visits?|tests?|stud(?:y|ies)|operations?|procedures?|injections?|services?|encounters?|panels?|releases?|radiographs?|x-rays?|hands?|eyes?|sides?|joints?|specimens?)"
"""Pattern of what is counted one by one."""
_COUNTED: Final = Wording(
    rf"(?<![\w.-])(?P<amount>{NUMBER}) (?P<measure>{COUNTED})"
    rf"(?: of [a-z ]{{1,20}})? (?:is|are|counts? as|makes?|equals?)(?P<denied> not| never)? (?:only |just )?(?P<units>{NUMBER}) units?\b(?! (?:if|when|unless)\b)",
    "unit units",
)
_COUNTED_FOR_ONE: Final = Wording(
    rf"(?<![\w.-])(?P<units>{NUMBER}) units? (?:is|are|may be|can be|must be|should be) (?:reported|billed|claimed|charged|entered|coded|paid|counted)"
    rf" (?:for|per|on) (?:one|each|every|a single) (?:\w+ )?(?P<measure>{COUNTED})\b",
    "units unit",
)
_GIVEN: Final = Wording(
    rf"(?<![\w.,-])(?<!half )(?<!quarter of )(?<!quarters of )(?P<amount>an?|{NUMBER})[ -](?P<measure>minutes?|hours?) of"
    r" (?:(?:direct|hard|further) )?(?:training|therapy|contact|treatment|psychotherapy|exercise|practice)\b",
    "minute minutes hour hours",
)
_TIMES: Final = Wording(
    rf"(?<![\w.-])(?P<count>{NUMBER}) (?:vials|doses|injections|syringes|ampules) of {_AMOUNT}{_MEASURES} (?:each )?(?:is|are|makes?|counts? as|equals?|gives?)"
    rf" (?P<units>{NUMBER}) units?\b(?! of)",
    "unit units",
)
"""Several of the same amount, and the units that are made of them together."""
_SESSION: Final = Wording(
    rf"(?<!waited )(?<!waits )(?<!rested )(?<!slept )\b(?:for|lasts?|lasted|takes?|took|of|after|within) (?:about )?(?P<minutes>{NUMBER}(?=[ -]minutes?\b)|(?:a )?half hour|half an hour|(?:a )?quarter of an hour|three quarters of an hour)",
    "minutes minute hour",
)
_FROM_TO: Final = Wording(
    r"\bfrom (?P<first_hour>\d{1,2}):(?P<first_minute>[0-5]\d)(?: [ap]\.?m\.?)? (?:to|until|till) (?P<last_hour>\d{1,2}):(?P<last_minute>[0-5]\d)\b",
    "from",
)
_HALF_DAY: Final = 12 * 60
"""In minutes: a clock shows the same again after it."""


_ONES: Final = frozenset({"a", "an", "a single", "one", "each", "every", "any"})


def _amount(words: str, measure: str) -> tuple[Decimal, str]:
    """An amount and its measure; hours are told in minutes, as units are."""
    number, named = number_of(words), _measure(measure)
    return (number * _MINUTES, "minute") if named == "hour" else (number, named)


_MINUTES: Final = 60


def number_of(words: str) -> Decimal:
    """The value of a number in digits or words; `a` is one."""
    return Decimal(1) if words.lower() in _ONES else (value(words) or Decimal(0))


def _measure(word: str) -> str:
    singular = word.lower().rstrip("s") if len(word) > 2 else word.lower()
    return _SHORT.get(singular, singular)
