"""What follows from a billing code alone: family, sex, ages, sides, minutes."""

from __future__ import annotations

import pytest

from reportkit.model.code_families import (
    FAMILIES,
    ages_of,
    families_of,
    in_quarter_hours,
    is_visit,
    minutes_of,
    paired,
    quarter_hour_units,
    sex_of,
)


@pytest.mark.parametrize(
    ("code", "families"),
    [
        ("01220", {"anesthesia"}),
        ("11042", {"surgery", "skin"}),
        ("20610", {"surgery", "musculoskeletal", "limbs"}),
        ("45378", {"surgery", "digestive", "endoscopy"}),
        ("57511", {"surgery", "female genital"}),
        ("59400", {"surgery", "maternity"}),
        ("66984", {"surgery", "eye"}),
        ("71046", {"radiology", "imaging"}),
        ("77427", {"radiology", "radiation treatment"}),
        ("80053", {"laboratory", "clinical laboratory"}),
        ("0001U", {"laboratory", "clinical laboratory"}),
        ("88305", {"laboratory", "pathology", "surgical pathology"}),
        ("73562", {"radiology", "imaging", "limb imaging", "foot and leg"}),
        ("00811", {"anesthesia", "anesthesia of the bowel"}),
        ("90471", {"medicine", "vaccine", "vaccination"}),
        ("90715", {"medicine", "vaccine"}),
        ("90837", {"medicine", "psychotherapy"}),
        ("93000", {"medicine"}),
        ("97110", {"medicine", "therapy"}),
        ("99213", {"visit", "outpatient visit"}),
        ("99223", {"visit", "first visit of a stay"}),
        ("70553", {"radiology", "imaging", "magnetic resonance"}),
        ("74178", {"radiology", "imaging", "computed tomography"}),
        ("76830", {"radiology", "imaging", "limb imaging", "ultrasound"}),
        ("90870", {"medicine"}),
        ("92928", {"medicine", "coronary intervention", "procedure of medicine"}),
        ("3044F", {"category II"}),
        ("0596T", {"category III"}),
        ("A0429", {"ambulance"}),
        ("D0120", {"dental"}),
        ("J1100", {"drug"}),
        ("G0101", {"hcpcs procedure"}),
        ("ZZZZZ", set()),
    ],
)
def test_a_code_is_of_its_families(code: str, families: set[str]) -> None:
    assert families_of(code) == families


def test_a_range_holds_codes_of_its_own_shape_alone() -> None:
    assert "0001F" not in FAMILIES["anesthesia"]
    assert "99213" in FAMILIES["visit"]
    assert "9921" not in FAMILIES["visit"]


@pytest.mark.parametrize("code", ["99202", "99499", "92014", "G0463"])
def test_visits_are_told(code: str) -> None:
    assert is_visit(code)
    assert not is_visit("57511")


@pytest.mark.parametrize(
    ("code", "sex"),
    [
        ("57511", "female"), ("59400", "female"), ("G0101", "female"), ("88142", "female"),
        ("55700", "male"), ("84153", "male"), ("54150", "male"), ("45378", None), ("99213", None),
        ("76856", None),
    ],
)  # fmt: skip
def test_a_code_is_for_the_sex_that_has_the_organ(code: str, sex: str | None) -> None:
    assert sex_of(code) == sex


def test_maternity_and_preventive_visits_have_ages() -> None:
    assert [age for age in (8, 9, 64, 67) if age in (ages_of("59400") or ())] == [9, 64]
    assert 66 in (ages_of("99387") or ())
    assert ages_of("45378") is None


def test_an_eye_is_one_of_two_and_a_colon_is_not() -> None:
    assert paired("66984") is True
    assert paired("45378") is False
    assert paired("71046") is None


@pytest.mark.parametrize(
    ("code", "lowest", "highest"),
    [
        ("90832", 16, 37),
        ("90834", 38, 52),
        ("90837", 53, None),
        ("99213", 20, 29),
        ("99215", 40, None),
        ("99291", 30, 74),
        ("97110", 8, 22),
        ("99407", 11, None),
    ],
)
def test_timed_codes_say_their_minutes(code: str, lowest: int, highest: int | None) -> None:
    minutes = minutes_of(code)
    assert minutes is not None
    assert (minutes.lowest, minutes.highest) == (lowest, highest)
    assert lowest in minutes
    assert lowest - 1 not in minutes
    assert (highest or 500) in minutes


def test_a_code_that_time_does_not_choose_has_no_minutes() -> None:
    assert minutes_of("97161") is None
    assert minutes_of("57511") is None
    assert not in_quarter_hours("97150")


def test_medicare_counts_a_unit_when_eight_minutes_of_it_are_reached() -> None:
    assert [quarter_hour_units(minutes) for minutes in (7, 8, 22, 23, 30, 37, 38, 53)] == [
        0, 1, 1, 2, 2, 2, 3, 4]  # fmt: skip
