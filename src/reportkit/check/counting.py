"""Publication in, faults out of what units are said to be counted by, and of units entered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_CEILING, Decimal

from reportkit.model.code_families import (
    families_of,
    in_quarter_hours,
    minutes_of,
    quarter_hour_units,
)
from reportkit.reading.text import Text
from reportkit.reading.tolerated import tolerated
from reportkit.reading.unit_basis import (
    Basis,
    UnitBasis,
    least_minutes,
    minutes_enough,
    things_counted,
    unit_bases,
    units_billed,
    units_entered,
    units_made,
)
from reportkit.reading.units import amounts_measured
from reportkit.workspace.publication import Publication

Fault = tuple[int, int, str]
"""From where to where in a text, and what is wrong."""


def basis_faults(code: str, text: Text, sizes: Mapping[str, Decimal]) -> Iterator[Fault]:
    """Bases of counting that the code, or what the report says of a unit, denies."""
    for said in unit_bases(text):
        reason = _denied(code, said, sizes)
        if reason is not None:
            yield said.start, said.end, reason


def _denied(code: str, said: UnitBasis, sizes: Mapping[str, Decimal]) -> str | None:
    timed = in_quarter_hours(code)
    match said.basis:
        case "thing":
            return _unit_of(sizes) or "no such thing is what the code counts"
        case "service":
            return _unit_of(sizes)
        case "part of a unit":
            return None if "anesthesia" in families_of(code) else "a claim has whole units"
        case "base units by time":
            return "base units and time units are added"
        case "once however long" | "not time" if "anesthesia" in families_of(code):
            return "anesthesia is counted by its minutes"
        case "length of time":
            lasts = minutes_of(code) is not None and not timed
            if lasts or not (timed or "minute" in sizes):
                return "the code is not counted by time"
    return _OF_QUARTER_HOURS.get(said.basis) if timed else None


_EIGHT_MINUTES = "eight minutes make the first unit of a code of 15 minutes"
_BY_QUARTER_HOUR = "the code is counted by each 15 minutes"
_OF_QUARTER_HOURS: Mapping[Basis, str] = {
    "full time": _EIGHT_MINUTES,
    "too little time": _EIGHT_MINUTES,
    "idle time": "only minutes of direct contact count",
    "once however long": _BY_QUARTER_HOUR,
    "not time": _BY_QUARTER_HOUR,
}
"""Why a basis is none of a code that counts each quarter of an hour."""


def _unit_of(sizes: Mapping[str, Decimal]) -> str | None:
    size = next(iter(sizes.items()), None)
    return None if size is None else f"one unit is {size[1]:f} {size[0]}"


def entry_faults(
    publication: Publication, text: Text, sizes: Mapping[str, Decimal]
) -> Iterator[Fault]:
    """Units told to enter that are more than any setting allows on a day."""
    mue = publication.input.mue
    settings = (mue.practitioner, mue.outpatient_hospital) if mue else ()
    limits = [limit.units for limit in settings if limit]
    made = () if sizes else units_made(text)
    for entered in (*units_entered(text), *made) if limits else ():
        if entered.units > max(limits):
            reason = f"no more than {max(limits)} are expected on a day"
            yield entered.start, entered.end, reason


def billed_faults(code: str, text: Text, sizes: Mapping[str, Decimal]) -> Iterator[Fault]:
    """Units of the case that do not fit the one amount which the case tells of."""
    billed = units_billed(text)
    measured = amounts_measured(text) if billed else ()
    given = {(amount, measure) for amount, measure in measured if measure in sizes}
    if len(given) != 1:
        return
    ((amount, measure),) = given
    units = units_of(code, amount, measure, sizes[measure])
    for entered in billed:
        if entered.units != units:
            yield entered.start, entered.end, f"{amount:f} {measure} are {units:f}"


def thing_faults(texts: Iterable[Text]) -> Iterator[tuple[Text, Fault]]:
    """Things said to be units each, of which another text says that units do not follow them."""
    said = [(text, thing) for text in texts for thing in things_counted(text)]
    uncounted = {thing.thing for _, thing in said if not thing.is_unit}
    for text, thing in said:
        if thing.is_unit and thing.thing in uncounted:
            yield text, (thing.start, thing.end, "the report says that units do not follow it")


def least_faults(code: str, text: Text) -> Iterator[Fault]:
    """Minutes said to make the first unit of a timed code that do not, or too few ones that do."""
    for said in least_minutes(text) if in_quarter_hours(code) else ():
        enough = said.minutes >= _FIRST_UNIT
        right = {"from": said.minutes == _FIRST_UNIT, "enough": enough, "too few": not enough}
        if not right[said.says]:
            yield said.start, said.end, f"{_FIRST_UNIT} minutes make the first unit"


def time_faults(code: str, text: Text) -> Iterator[Fault]:
    """Minutes called enough for a code whose time is longer."""
    known = minutes_of(code)
    if known is None or in_quarter_hours(code):
        return
    for said in minutes_enough(text):
        if said.minutes < known.lowest:
            yield said.start, said.end, f"{code} is for {known.lowest} minutes or more"


def tolerance_faults(
    publication: Publication, text: Text, sizes: Mapping[str, Decimal]
) -> Iterator[Fault]:
    """Numbers let through that are above the limit, or called too many within it."""
    mue = publication.input.mue
    settings = (mue.practitioner, mue.outpatient_hospital) if mue else ()
    limits = [limit.units for limit in settings if limit]
    for said in tolerated(text) if limits else ():
        if said.of_services and sizes:
            continue  # The code is counted by an amount, so that a service may be several units.
        wrong = said.number > max(limits) if said.let_through else said.number <= min(limits)
        if wrong:
            yield said.start, said.end, f"the most on a day is {min(limits)}"


_FIRST_UNIT = 8
"""Minutes that make the first unit of 15 (Medicare claims processing manual, chapter 5)."""


def units_of(code: str, amount: Decimal, measure: str, size: Decimal) -> Decimal:
    """The units that an amount makes; minutes of timed codes by the rule of eight minutes.

    Time units of anesthesia are counted to one decimal (claims processing manual, chapter 12).
    """
    if measure == "minute" and in_quarter_hours(code):
        return Decimal(quarter_hour_units(int(amount)))
    if measure == "minute" and "anesthesia" in families_of(code):
        return round(amount / size, 1)
    return (amount / size).to_integral_value(ROUND_CEILING)
