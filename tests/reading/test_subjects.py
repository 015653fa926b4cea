"""Of which subjects a sentence speaks."""

from __future__ import annotations

import pytest

from reportkit.model.base import Prose
from reportkit.model.input import Site
from reportkit.reading.subjects import About, subjects_of
from reportkit.reading.text import Text
from reportkit.workspace.passages import Passage

ABOUT = About(
    "11730",
    (Site(id="office", name="Office", pos=("11",), rank="typical"),),
    ("59", "TA"),
)

SPOKEN = {
    "Medicare pays the avulsion by the fee schedule.": ("payment",),
    "One nail is one unit.": ("units",),
    "A period of 10 days takes in the later visits.": ("global-period",),
    "The nail of the left great toe takes TA.": ("modifiers",),
    "The edit with CPT 11720 permits a modifier.": ("bundling",),
    "Removal of the matrix is CPT 11750.": ("related-codes",),
    "Aetna covers the removal if it hurts.": ("coverage",),
    "L60.0 supports the service.": ("diagnoses",),
    "The negotiated rates differ.": ("rates",),
    "How often it is billed depends on the season.": ("utilization",),
    "It can be done in an office.": ("sites",),
    "Aetna lowered its limit in May.": ("policy-changes",),
}

SILENT = (
    "The nail is freed from its bed and drawn out.",
    "The toe is bathed at home every day.",
    "Pain often comes back.",
    "The rate of healing is slow.",
    "The price of the instruments is no part of this report.",
    "Medicaid is not spoken of.",
)


def spoken(words: str, *, route: tuple[str, ...] = ("importance",)) -> list[tuple[str, ...]]:
    text = Text(Passage("summary", route, Prose(words)))
    return [found.subjects for found in subjects_of(text, ABOUT)]


@pytest.mark.parametrize(("words", "subjects"), SPOKEN.items(), ids=lambda value: str(value)[:40])
def test_a_sentence_speaks_of_its_subject(words: str, subjects: tuple[str, ...]) -> None:
    assert spoken(words) == [subjects]


@pytest.mark.parametrize("words", SILENT)
def test_a_sentence_on_no_subject_is_free(words: str) -> None:
    assert spoken(words) == [()]


def test_the_case_tells_a_story_and_speaks_only_of_the_codes_it_names() -> None:
    assert spoken("The patient pays at once.", route=("vignette", "procedure")) == [()]
    assert spoken("It is reported as L60.0.", route=("vignette", "findings")) == [("diagnoses",)]


def test_each_sentence_is_told_apart() -> None:
    assert spoken("The toe hurts. Medicare pays for it.") == [(), ("payment",)]
