"""Places of service as CMS assigns them, and the words by which prose names them."""

from __future__ import annotations

import pytest

from reportkit.model.pos import PLACES_OF_SERVICE, POS
from reportkit.model.sites import (
    OPEN_SITE_WORDS,
    SITE_ABBREVIATIONS,
    SITE_PHRASES,
    site_names,
)

FACILITY = "02 06 08 19 21 22 23 24 26 31 34 41 42 51 52 53 56 61"
NONFACILITY = (
    "01 03 04 05 07 09 10 11 12 13 14 15 16 17 18 20 25 27 32 33 49 50 54 55 57 58 60 62 65 66 71 "
    "72 81 99"
)


def named(text: str) -> list[tuple[str, str]]:
    """The words that name a site, each with the codes they may mean."""
    return [
        (text[name.start : name.end], " ".join(sorted(name.value))) for name in site_names(text)
    ]


def test_the_assigned_places_and_their_rates_are_those_of_cms() -> None:
    rates = {"facility": FACILITY.split(), "nonfacility": NONFACILITY.split()}
    assert {code: place.rate for code, place in POS.items()} == {
        code: rate for rate, codes in rates.items() for code in codes
    }


@pytest.mark.parametrize("place", PLACES_OF_SERVICE, ids=lambda place: place.code)
def test_a_place_s_own_name_means_no_other_place(place: object) -> None:
    name, code = getattr(place, "name", ""), getattr(place, "code", "")
    for words, codes in named(name):
        assert code in codes.split(), words


def test_every_place_has_words_that_may_mean_it() -> None:
    tables = (SITE_PHRASES, SITE_ABBREVIATIONS, OPEN_SITE_WORDS)
    assert {code for table in tables for codes in table.values() for code in codes} == set(POS)


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("It is given in an urgent care center.", "urgent care center", "20"),
        ("It is given in a walk-in retail clinic.", "walk-in retail clinic", "17"),
        ("It is given in the patient’s home.", "patient’s home", "12"),
        ("At the bedside in a rehabilitation hospital.", "rehabilitation hospital", "61"),
        ("The resident of a nursing home.", "nursing home", "31 32"),
        ("A surgicenter does it.", "surgicenter", "24"),
        ("Out-patient surgery centres do it.", "Out-patient surgery centres", "24"),
        ("In hospital outpatient\ndepartments.", "hospital outpatient\ndepartments", "19 22"),
        ("Given in SNFs.", "SNFs", "31"),
        ("Given in the HOPD.", "HOPD", "19 22"),
        ("The ED.", "ED", "23"),
        ("In an endoscopy suite.", "endoscopy suite", "11 19 22 24"),
        ("At a dialysis center.", "dialysis center", "65"),
        ("By telehealth in the patient's home.", "telehealth in the patient's home", "10"),
        ("In a prison.", "prison", "09"),
        ("In the birthing center.", "birthing center", "25"),
        ("In an off-campus department.", "off-campus department", "19"),
        ("In a clinic procedure room.", "clinic procedure room", "11 19 22 49 50 71 72"),
    ],
)
def test_prose_names_a_site_in_many_ways(text: str, words: str, codes: str) -> None:
    assert named(text) == [(words, codes)]


@pytest.mark.parametrize(
    "text",
    [
        "An office visit on the same day.",
        "The office staff write down the time.",
        "The patient does home exercises and takes the drug at home.",
        "School-age children.",
        "A hospital stay.",
        "The patient was educated (Ed.) and later ended care.",
        "The facility rate and the nonfacility rate.",
    ],
)
def test_words_that_name_no_site_for_sure_are_left_alone(text: str) -> None:
    assert named(text) == []
