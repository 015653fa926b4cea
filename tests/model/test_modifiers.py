"""The registry of modifiers is whole, in own words, and without two meanings for one code."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations

import pytest

from reportkit.model.codes import CODE_PATTERNS
from reportkit.model.modifiers import MODIFIERS
from reportkit.model.modifiers.ambulance import TRIP_ENDS, trip
from reportkit.model.modifiers.exclusive import EXCLUSIVE, MOST_ALTERNATIVES, alternatives

CPT = (
    "22 23 24 25 26 27 32 33 47 50 51 52 53 54 55 56 57 58 59 62 63 66 73 74 76 77 78 79 80 81 82 "
    "90 91 92 93 95 96 97 99 P1 P2 P3 P4 P5 P6 1P 2P 3P 8P"
)
LEVEL_II = {
    "A": "123456789ABCDEFGHIJKMOPQRSTUVWXYZ",
    "B": "ALOPRU",
    "C": "ABCDEFGHIJKLMNOPQRST",
    "D": "A",
    "E": "1234ABCDEJMPRTXY",
    "F": "123456789ABCPQRSTXY",
    "G": "0123456789ABCDEFGHJKLMNOPQRSTUVWXYZ",
    "H": "9ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "J": "12345ABCDEFGKLWZ",
    "K": "01234ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "L": "1CDLMRSTU",
    "M": "2ABCDEFGHS",
    "N": "123BRU",
    "P": "ABCDILMNOST",
    "Q": "0123456789ABCDEFGHJKLMNPQRSTWXYZ",
    "R": "ABCDEIRT",
    "S": "ABCDEFGHJKLMNQSTUVWYZ",
    "T": "123456789ABCDEFGHJKLMNPQRSTUVW",
    "U": "123456789ABCDEFGHJKNPQRS",
    "V": "12356789MP",
    "X": "12345EPSU",
    "Z": "ABC",
}
"""First sign to the second signs of all level II modifiers since 2012."""


def of_system(system: str) -> set[str]:
    return {code for code, known in MODIFIERS.items() if known.system == system}


def test_every_cpt_modifier_is_known() -> None:
    assert of_system("CPT") == set(CPT.split())


def test_every_level_ii_modifier_is_known() -> None:
    listed = {first + second for first, seconds in LEVEL_II.items() for second in seconds}
    assert of_system("HCPCS") == listed


@pytest.mark.parametrize("code", MODIFIERS)
def test_a_meaning_is_a_short_phrase_that_fits_into_a_sentence(code: str) -> None:
    meaning = MODIFIERS[code].meaning
    assert CODE_PATTERNS["modifier"].fullmatch(code)
    assert meaning == meaning.strip(" .")
    assert len(meaning) <= 90
    assert re.match(r"[a-z0-9]|X-ray|PET|Medicaid|Medicare", meaning)


def test_no_two_modifiers_mean_the_same() -> None:
    """A modifier that ended may be followed by one of the same meaning."""
    meanings = [known.meaning for known in MODIFIERS.values() if known.ended is None]
    assert len(meanings) == len(set(meanings))


def test_modifiers_that_ended_say_when() -> None:
    assert MODIFIERS["JG"].ended == date(2024, 12, 31)
    assert MODIFIERS["TB"].ended is None


def test_fingers_and_toes_are_counted_from_the_left_thumb() -> None:
    assert MODIFIERS["FA"].meaning == "left hand, thumb"
    assert MODIFIERS["F4"].meaning == "left hand, fifth finger"
    assert MODIFIERS["F5"].meaning == "right hand, thumb"
    assert MODIFIERS["T6"].meaning == "right foot, second toe"


def test_two_letters_name_an_ambulance_trip() -> None:
    home = trip("RH")
    assert home is not None
    assert home.meaning == "from a residence to a hospital"


@pytest.mark.parametrize("code", ["XH", "RA", "R", "RHH", "rh"])
def test_other_letters_name_no_trip(code: str) -> None:
    assert trip(code) is None


def test_a_trip_can_start_and_end_at_every_place() -> None:
    trips = [start + end for start in TRIP_ENDS for end in TRIP_ENDS if trip(start + end)]
    assert len(trips) == 10 * 11


def test_what_excludes_each_other_in_many_ways_ends() -> None:
    everything = tuple(MODIFIERS)
    lines = alternatives(everything)
    assert len(set(lines)) == MOST_ALTERNATIVES
    assert all(frozenset(pair) not in EXCLUSIVE for line in lines for pair in combinations(line, 2))
