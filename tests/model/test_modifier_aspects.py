"""What modifiers say opposite things of, tried on descriptions as people write them."""

from __future__ import annotations

import re

import pytest

from reportkit.model.modifiers import MODIFIERS
from reportkit.model.modifiers.aspects import ASPECTS, aspects_of
from reportkit.model.modifiers.aspects.aspect import Aspect


def values_said(aspect: Aspect, text: str) -> set[str]:
    """What a text says of an aspect, as the tables say it is to be read."""
    phrases = aspect.phrases()
    pattern = re.compile(
        r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)", re.IGNORECASE
    )
    said = (phrases[match[0].lower()] for match in pattern.finditer(text))
    return {value for value in said if value is not None}


def contradicted(code: str, text: str) -> set[tuple[str, str]]:
    """Aspect and value a text says that the modifier does not have."""
    return {
        (aspect, value)
        for aspect, own in aspects_of(code).items()
        for value in values_said(ASPECTS[aspect], text) - own
    }


@pytest.mark.parametrize(
    ("code", "text", "aspect"),
    [
        ("LT", "The right side.", ("side", "right")),
        ("RT", "Both sides.", ("side", "both")),
        (
            "53",
            "The procedure was done in part because the clinician chose so.",
            ("reason for less", "by choice"),
        ),
        (
            "52",
            "Stopped because going on put the patient at risk.",
            ("reason for less", "for safety"),
        ),
        ("76", "The same study again by another clinician.", ("repeated by", "another")),
        ("77", "Repeated by the same surgeon.", ("repeated by", "same")),
        ("73", "Stopped after anesthesia was given.", ("stopped", "after anesthesia")),
        ("24", "A visit for a related problem.", ("relation", "related")),
        ("79", "A procedure for the same problem.", ("relation", "related")),
        ("78", "A planned return to the operating room.", ("plan", "planned")),
        ("54", "The postoperative care alone.", ("part of the care", "after")),
        ("26", "The technical part of the test.", ("component", "technical")),
        ("GP", "Under a plan of occupational therapy.", ("discipline", "occupational")),
        ("XS", "A separate encounter.", ("distinct by", "encounter")),
        ("90", "The test was repeated.", ("laboratory", "repeated")),
        ("93", "By live audio and video.", ("connection", "sound and picture")),
        ("95", "By telephone.", ("connection", "sound alone")),
        ("JZ", "The discarded amount.", ("drug left over", "discarded")),
        ("JW", "Nothing was discarded.", ("drug left over", "none")),
        ("81", "No qualified resident was at hand.", ("assistant", "no resident")),
        ("QX", "A nurse anesthetist without medical direction.", ("direction", "without")),
        ("P3", "A disease that threatens life.", ("physical status", "threat to life")),
        ("E1", "The lower left eyelid.", ("eyelid", "lower")),
        ("F1", "The left hand, ring finger.", ("digit", "fourth")),
        ("T1", "The left thumb.", ("limb", "hand")),
        ("LD", "The circumflex artery.", ("artery", "circumflex")),
    ],
)
def test_a_description_of_another_modifier_is_told(
    code: str, text: str, aspect: tuple[str, str]
) -> None:
    assert aspect in contradicted(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("RT", "The right side; the note says what was left."),
        ("76", "Repeated by the same physician or other qualified health care professional."),
        ("54", "The surgery without the postoperative care."),
        ("26", "The interpretation without the technical component."),
        ("93", "By telephone, without video."),
        ("JZ", "A single-dose vial was used up and nothing was discarded."),
        ("P4", "A severe disease that is a constant threat to life."),
        ("79", "An unrelated procedure in the global period."),
        ("AS", "A physician assistant assists."),
        ("PN", "A department that is not excepted."),
    ],
)
def test_a_right_description_contradicts_nothing(code: str, text: str) -> None:
    assert contradicted(code, text) == set()


@pytest.mark.parametrize("code", MODIFIERS)
def test_no_meaning_in_the_registry_contradicts_its_own_modifier(code: str) -> None:
    assert contradicted(code, MODIFIERS[code].meaning) == set()


@pytest.mark.parametrize("name", ASPECTS)
def test_an_aspect_is_an_opposition_in_lower_case(name: str) -> None:
    aspect = ASPECTS[name]
    phrases = [phrase for value in aspect.values.values() for phrase in value.phrases]
    assert len(aspect.values) > 1
    assert len({*phrases, *aspect.neutral}) == len(phrases) + len(aspect.neutral)
    assert all(phrase == phrase.lower() for phrase in (*phrases, *aspect.neutral))
    for value in aspect.values.values():
        assert value.modifiers <= MODIFIERS.keys()


def test_a_modifier_tells_what_it_says() -> None:
    assert aspects_of("E3") == {"side": frozenset({"right"}), "eyelid": frozenset({"upper"})}
    assert aspects_of("22") == {
        "work": frozenset({"more"}),
        "change of payment": frozenset({"higher"}),
    }
    assert aspects_of("99") == {}
