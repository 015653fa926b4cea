"""Names of payers, as prose writes them."""

from __future__ import annotations

import pytest

from reportkit.model.payers import PAYERS, UNCERTAIN_NAMES, payer_names, payer_of
from reportkit.model.states import STATES


def named(text: str) -> list[tuple[str, str]]:
    """The words that name a payer, each with the name in general use."""
    return [(text[name.start : name.end], name.value.name) for name in payer_names(text)]


@pytest.mark.parametrize(
    ("text", "words", "payer"),
    [
        ("Humana asks for it.", "Humana", "Humana"),
        ("HUMANA asks for it.", "HUMANA", "Humana"),
        ("humana’s policy", "humana", "Humana"),
        ("Anthem BCBS asks for it.", "Anthem BCBS", "Anthem"),
        ("BCBS of Texas asks.", "BCBS of Texas", "Blue Cross Blue Shield of Texas"),
        (
            "Blue Cross & Blue Shield of Kansas City",
            "Blue Cross & Blue Shield of Kansas City",
            "Blue Cross Blue Shield of Kansas City",
        ),
        (
            "BlueCross\nBlueShield of Tennessee",
            "BlueCross\nBlueShield of Tennessee",
            "Blue Cross Blue Shield of Tennessee",
        ),
        ("The Blues ask for it.", "The Blues", "Blue Cross Blue Shield"),
        ("UHC asks.", "UHC", "UnitedHealthcare"),
        ("Medi-Cal pays.", "Medi-Cal", "Medicaid"),
        ("TennCare pays.", "TennCare", "Medicaid"),
        ("Ohio Medicaid pays.", "Ohio Medicaid", "Medicaid"),
        ("Medicare Advantage plans", "Medicare Advantage", "Medicare Advantage"),
        ("under workers’ compensation", "workers’ compensation", "Workers' Compensation"),
        ("CHIP pays.", "CHIP", "Children's Health Insurance Program"),
        ("Noridian says so.", "Noridian", "Noridian"),
        ("Express Scripts", "Express Scripts", "Express Scripts"),
        ("Delta Dental", "Delta Dental", "Delta Dental"),
    ],
)
def test_a_payer_is_known_by_its_names(text: str, words: str, payer: str) -> None:
    assert named(text) == [(words, payer)]


@pytest.mark.parametrize(
    "text",
    [
        "A blue cross on the door and an anthem.",
        "the blues after birth",
        "a chip of the tooth",
        "The Medicare Physician Fee Schedule lists it.",
        "The Centers for Medicare & Medicaid Services say so.",
        "a Medicare Administrative Contractor",
        "The Kaiser Family Foundation and the United States",
        "a priority health problem of an independent health professional",
        "Horizon, Guardian, United and Oscar",
    ],
)
def test_other_words_are_no_payer(text: str) -> None:
    assert named(text) == []


def test_an_uncertain_name_counts_in_the_data() -> None:
    united = payer_of("united")
    assert united is not None
    assert united.name == "UnitedHealthcare"
    assert UNCERTAIN_NAMES["Oscar"].name == "Oscar Health"
    assert payer_of("a payer nobody knows") is None


def test_a_plan_of_a_federation_and_a_contractor_say_whose_they_are() -> None:
    names = {payer.name: payer for payer in PAYERS}
    assert names["Highmark"].part_of == "Blue Cross Blue Shield"
    assert names["Novitas"].part_of == "Medicare"
    assert {payer.part_of for payer in PAYERS} - {None} <= names.keys()


def test_no_name_is_two_payers() -> None:
    seen: dict[str, str] = {}
    for payer in PAYERS:
        for name in {*payer.names, *payer.in_any_case, *payer.uncertain}:
            assert seen.setdefault(name.lower(), payer.name) == payer.name, name


def test_the_states_are_fifty_one_and_puerto_rico() -> None:
    assert len(STATES) == 52
