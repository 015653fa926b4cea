"""List the codes that are given at some places of service alone, and at none of the others.

Source: CMS, claims processing manual chapter 12: section 30.6.9 (stays in hospital), 30.6.11
(emergency departments), 30.6.13 (nursing facilities), 30.6.14 (homes) and 190 (telehealth, at
places 02 and 10); places of the code set of CMS. Visits of an office have many places, so only
those that have visits of their own are told; equipment is for the home (42 CFR 410.38).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reportkit.model.code_families.ranges import Ranges, ranges
from reportkit.model.modifiers.belongings import misfit
from reportkit.model.pos import PLACES_OF_SERVICE


@dataclass(frozen=True, slots=True)
class Given:
    """Codes with the places at which they are given, named to be read after `given`."""

    codes: Ranges
    where: str
    places: frozenset[str]


_DISTANCE: Final = frozenset({"02", "10"})
_STAYS: Final = frozenset({"21", "31", "34", "51", "61"})
_ALL: Final = frozenset(place.code for place in PLACES_OF_SERVICE)


def _at(codes: str, where: str, places: str) -> Given:
    return Given(ranges(codes), where, frozenset(places.split()) | _DISTANCE)


_GIVEN: Final = (
    _at("99281-99285", "in an emergency department", "23"),
    _at(
        "99221-99223 99231-99239",
        "during a stay in a hospital, observation included",
        "06 08 19 21 22 23 26 34 51 52 61",
    ),
    _at("99304-99310 99315-99316", "in a nursing facility", "31 32 54 56"),
    _at("99341-99350", "at the patient's home", "04 09 12 13 14 16 27 33 55"),
    Given(ranges("99202-99215"), "to patients who stay at no hospital or nursing home",
          _ALL - _STAYS - {"32"}),
    Given(ranges("E0100-E8002 K0001-K0899"), "for the patient's home", _ALL - _STAYS),
)  # fmt: skip


def given_elsewhere(code: str, places: frozenset[str]) -> str | None:
    """Where a code is given, if that is at none of the places; None if it may be at one.

    What cannot be done at a distance is at no place of telehealth.
    """
    if not places:
        return None
    told = next((given for given in _GIVEN if code in given.codes), None)
    if told is not None:
        return told.where if places.isdisjoint(told.places) else None
    return "where the patient is" if places <= _DISTANCE and misfit("95", code) else None
