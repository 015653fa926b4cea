"""Find what a text says a unit is counted by: the vial, a finger, a full quarter of an hour, the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from reportkit.reading.numbers import NUMBER
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.units import COUNTED, number_of
from reportkit.reading.wording import Wording

Basis = Literal[
    "thing",
    "service",
    "length of time",
    "full time",
    "too little time",
    "idle time",
    "once however long",
    "not time",
    "part of a unit",
    "base units by time",
]


@dataclass(frozen=True, slots=True)
class UnitBasis:
    """What a unit is said to be counted by."""

    basis: Basis
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LeastMinutes:
    """Minutes from which a unit is said to count, or that are said to be enough or too few."""

    minutes: int
    says: Literal["from", "enough", "too few"]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class UnitsEntered:
    """Units that a text tells to enter, or to have been billed."""

    units: Decimal
    start: int
    end: int


@once_for_each_text
def unit_bases(text: Text) -> Iterator[UnitBasis]:
    """What a text says that units are counted by."""
    for basis, wording in _BASES:
        for match in wording.find(text):
            if not text.denies(*match.span()) or (basis == "full time"):
                yield UnitBasis(basis, *match.span())


@dataclass(frozen=True, slots=True)
class ThingCounted:
    """A thing, in the singular, each of which is said to be a unit, or to be none."""

    thing: str
    is_unit: bool
    start: int
    end: int


@once_for_each_text
def things_counted(text: Text) -> Iterator[ThingCounted]:
    """Things of which a text says that each is a unit, or that units are the same however many."""
    for is_unit, wording in _THINGS:
        for match in wording.find(text):
            denied = text.denies(*match.span())
            if not denied or not is_unit:
                thing = next(group for group in match.groups() if group).lower()
                yield ThingCounted(thing.removesuffix("s"), is_unit, *match.span())


@once_for_each_text
def least_minutes(text: Text) -> Iterator[LeastMinutes]:
    """What a text says of the minutes that make the first unit."""
    for says, wording in _LEAST:
        for match in wording.find(text):
            sentence = text.sentence(match.start())
            polarity = text.polarity(*match.span())
            if polarity in ("asserted", "conditional") and not _OF_LATER.within(sentence.text):
                minutes = next(group for group in match.groups() if group)
                yield LeastMinutes(int(number_of(minutes)), says, *match.span())


@once_for_each_text
def minutes_enough(text: Text) -> Iterator[LeastMinutes]:
    """Minutes that a text calls enough for the code or its level."""
    for match in _ENOUGH_FOR_CODE.find(text):
        if text.polarity(*match.span()) == "asserted":
            minutes = number_of(match["minutes"])
            yield LeastMinutes(int(minutes), "enough", *match.span())


@once_for_each_text
def units_entered(text: Text) -> Iterator[UnitsEntered]:
    """Units that a text tells to enter by the field for them."""
    for match in _ENTERED.find(text):
        group = "units" if match["units"] else "counted"
        if group == "counted" and _AMOUNT_NAMED.within(text.sentence(match.start()).text):
            continue
        if text.polarity(*match.span()) in ("asserted", "conditional"):
            yield UnitsEntered(number_of(match[group]), *match.span(group))


@once_for_each_text
def units_made(text: Text) -> Iterator[UnitsEntered]:
    """Units that a text says something to be, or to be reported by, where it names no amount."""
    for match in _MADE.find(text):
        named = _AMOUNT_NAMED.within(text.sentence(match.start()).text)
        if not named and text.polarity(*match.span()) in ("asserted", "conditional"):
            group = match.lastgroup or "made"
            yield UnitsEntered(number_of(match[group]), *match.span(group))


@once_for_each_text
def units_billed(text: Text) -> Iterator[UnitsEntered]:
    """Units that a text says were billed, in a sentence that does not say for what."""
    for match in _BILLED.find(text):
        if text.polarity(*match.span()) == "asserted":
            yield UnitsEntered(number_of(match["units"]), *match.span())


_THING = (
    r"(?:vials?|fingers?|images?|pictures?|films?|exposures?|sutures?|stitch(?:es)?|syringes?|ampules?"
    r"|tubes?|incisions?|cuts?|punctures?|needles?|pricks?|questions?|problems?|nerves?)"
)
_SERVICE = (
    r"(?:injection|dose|shot|administration|infusion|session|treatment|visit|encounter|appointment)"
)
_IS_UNIT = (
    r"(?:is|are|adds|makes|counts as|counts for|gives|earns|stands for|brings) "
    r"(?:a|one|another|its own|a further|a separate)(?: \w+)? units?"
)
_TIME = r"(?:quarter of an hour|quarter hour|half hour|half an hour|(?:15|fifteen|ten|10) minutes|minute|hour)"
_PART = r"(?:half (?:an? |of an? |one )?|(?:a |one )?(?:half|quarter|third) (?:of (?:an? |one ))?|(?:a )?(?:part|fraction|tenth)s? of (?:an? |one ))units?"
_BASES: Final[tuple[tuple[Basis, Wording], ...]] = (
    ("base units by time", Wording(
        r"\bbase units (?:are |is )?(?:then )?(?:multiplied (?:by|with)|times) the (?:\w+ )?(?:minutes|time|length|duration)\b", "base")),
    ("part of a unit", Wording(
        rf"\b{_PART} (?:(?:may|can|must|should) be |is |are |counts? |for )?(?:also |then )?(?:entered|billed|reported|claimed|charged|paid)\b"
        rf"|\b(?:enter|bill|report|claim|charge)s? {_PART}\b", "unit units")),
    ("thing", Wording(
        rf"\b(?:bill|count|charge|report)(?:s|ed)? (?:it )?(?:by|per) the {_THING}\b|\bcount(?:ed)? the {_THING}\b"
        rf"|\b(?:each|every|any|one|a) {_THING}(?! of \d)(?: [\w']+){{0,4}}? {_IS_UNIT}\b|\b(?:a|one) unit (?:(?:stands )?(?:per|for each|for every)|a) {_THING}\b"
        r"|\b(?:a|one) unit (?:stands )?for (?:each|every) (?:view|lead|electrode|element|analyte)\b"
        rf"|\bunits are {_THING}(?= and not\b|[.,;]|$)"
        rf"|\b(?:each|every) (?:single )?(?:view|series|lead|electrode|element|analyte|test of (?:the|its) panel|of (?:the|its) (?:\w+ )?(?:views|leads|electrodes|elements|analytes|tests|images)) {_IS_UNIT}\b")),
    ("service", Wording(
        rf"\b(?:bill|billed|count|counted|charge|charged|report|reported) (?:by|per) the {_SERVICE}\b|\b(?:a|one) unit (?:per|for each|for every|a) {_SERVICE}\b|\b(?:each|every|any) {_SERVICE} {_IS_UNIT}\b", "unit units bill billed count counted charge charged report reported")),
    ("length of time", Wording(
        rf"\b(?:each|every) (?:further |started )?{_TIME}(?: [\w']+){{0,4}}? {_IS_UNIT}\b|\b(?:a|one) unit (?:per|for each|for every) {_TIME}\b")),
    ("full time", Wording(
        r"\bunits?\b[^.;]{0,60}\b(?:until|unless|before|only (?:when|if|once|after)|needs?|requires?|takes?) (?:\w+ ){0,2}(?:full|whole|complete|entire|all)"
        r" (?:quarter(?: of an)? hour|15 minutes|fifteen minutes)\b"
        r"|\b(?:full|whole|complete|entire) (?:quarter(?: of an)? hour|15 minutes|fifteen minutes)\b[^.;]{0,40}\b(?:before|must|needed|required|have to)\b[^.;]{0,40}\bunits?\b",
        "hour minutes")),
    ("too little time", Wording(
        r"\b(?:quarter of an hour|quarter hour|15 minutes|fifteen minutes) (?:that|which) (?:was|were|is|has been) (?:only |just )?(?:begun|started)\b[^.;]{0,30}\bunit\b|"
        r"\b(?:less|fewer|shorter) than (?:eight|8) minutes\b[^.;]{0,60}\bunits?\b[^.;]{0,30}\b(?:billed|reported|claimed|charged|paid|made|counted)\b"
        r"|\b(?:bills?|reports?|claims?) (?:a|one) unit\b[^.;]{0,40}\b(?:less|fewer|shorter) than (?:eight|8) minutes\b",
        "minutes hour")),
    ("idle time", Wording(
        r"\b(?:waits?|rests?|resting|waiting|without (?:direct )?contact|idle|breaks?|changes? clothes|alone)\b[^.;]{0,30}\b(?:is|are|may be|can be)? ?"
        r"(?:counts?|counted|billed|included|reported)(?:(?: in| as well| too| also)(?=[.,;]|$)| (?:with|toward|towards|into|among) the (?:\w+ )?(?:minutes|time|total)\b)")),
    ("not time", Wording(
        r"\b(?:is|are)(?: not|n't| never) (?:a )?(?:timed|time-based|counted by (?:the )?(?:time|minutes?|hour|clock))\b|\b(?:is|are) untimed\b"
        r"|\b(?:length|duration|(?<!'s )time spent|(?<!'s )time)\b(?! without| of)[^.;]{0,30}\b(?:plays? no (?:role|part)|(?:does|do) not (?:matter|count)|(?:is|are) of no (?:matter|consequence|importance)"
        r"|makes? no difference|(?:is|are) irrelevant)\b", "timed time counted untimed length duration minutes")),
    ("once however long", Wording(
        r"\b(?:once|one time|a single time|one unit|a single unit) (?:a|per|each|for the|on a|on one) (?:day|visit|session|treatment)\b[^.;]{0,30}"
        r"\b(?:however|no matter|regardless|whatever|irrespective)\b"
        r"|\b(?:however long|no matter how long|regardless of (?:the )?(?:time|minutes|length))\b[^.;]{0,60}\b(?:once|one unit|a single unit)\b",
        "however matter regardless whatever irrespective")),
)  # fmt: skip
_THINGS: Final = (
    (True, Wording(rf"\b(?:each|every) (?:\w+ )?(\w+) {_IS_UNIT}\b|\b(?:a|one) unit (?:per|for each|for every) (\w+)\b", "unit units")),
    (False, Wording(r"\b(?:however many|no matter how many|(?:whatever|regardless of) the number of) (\w+)\b", "many number")),
)  # fmt: skip
"""Whether each of a thing is a unit, and the words."""
_MINUTES = rf"({NUMBER}) minutes\b"
_LEAST: Final[tuple[tuple[Literal["from", "enough", "too few"], Wording], ...]] = (
    ("from", Wording(
        rf"\b(?:from|starting (?:at|with)|beginning (?:at|with)) {_MINUTES} (?:up|on|onwards?|upwards?|of)\b[^.;]{{0,40}}\b(?:billed|counts?|counted|units?|paid|reported|charged)\b"
        rf"|\b(?:at least|no less than|a minimum of|not before) ({NUMBER}) minutes\b[^.;]{{0,40}}\b(?:(?:a|one|the first|any|each) unit|billed|counted)\b",
        "minutes")),
    ("enough", Wording(
        rf"(?<![\w.-]){_MINUTES} (?:(?:is|are) (?:already )?(?:enough|sufficient)|suffices?|will do)\b[^.;]{{0,30}}\bunit\b"
        rf"|(?<![\w.-]){_MINUTES} (?:is|are) (?:still |already )?(?:worth|good for|paid as|billed as|counted as) (?:a|one) unit\b", "minutes")),
    ("too few", Wording(
        rf"(?<![\w.-]){_MINUTES} (?:\w+ )?(?:is|are) (?:still )?too (?:short|few|little)\b[^.;]{{0,30}}\bunit\b"
        rf"|(?<![\w.-]){_MINUTES} (?:is|are) not worth (?:a|one) unit\b", "minutes")),
)  # fmt: skip
"""What is said of the least minutes, and its words."""
_ENOUGH_FOR_CODE: Final = Wording(
    rf"(?<![\w.-])(?P<minutes>{NUMBER}) minutes(?: (?:with|of|face)[\w -]{{0,25}})? (?:(?:is|are) (?:already )?(?:enough|sufficient)|suffices?)"
    r" for (?:this|the) (?:level|code|visit|service)\b",
    "minutes",
)
_OF_LATER: Final = Wording(r"\b(?:second|third|two|three|further|more|another|next|units)\b")
"""Words of units after the first."""
_ENTERED: Final = Wording(
    rf"\b(?:(?<=quantity )|(?<=quantity of )|(?<=put )|(?<=enter )|(?<=write ))(?P<units>{NUMBER})"
    r"(?= units? on the (?:line|claim)\b|[.;,]|$)"
    rf"|\b(?:billed|reported|claimed|charged|coded) as (?P<counted>{NUMBER}) units?\b",
    "quantity put enter write billed reported claimed charged coded",
)
_MADE: Final = Wording(
    rf"\b(?:is|are|makes?|counts? as|need|take) (?P<made>{NUMBER}) units(?=[.;,]|$)"
    rf"|(?<![\w.,-])(?P<told>{NUMBER}) units (?:is|are|may be|can be|must be|should be) (?:reported|billed|claimed|charged|entered|coded)\b"
    r"(?! (?:on|over|for|in) (?:two|three|several|different|\d+|ten) (?:lines|days|dates|claims))",
    "units",
)
"""Units that what is not counted by an amount is said to make."""
_AMOUNT_NAMED: Final = Wording(
    rf"(?<![\w.,-]){NUMBER}[ -](?:minutes?|hours?|mg|milligrams?|mcg|views?|g|ml|{COUNTED})\b"
)
"""An amount of which units are made, whose number is another question."""
_BILLED: Final = Wording(
    rf"(?<![\w.,-])(?P<units>a single|{NUMBER}) units? (?:is|are|was|were|goes|go) (?:then )?"
    r"(?:billed|charged|reported|claimed|coded|on the claim)(?=[.;,]|$)",
    "unit units",
)
