"""What follows from a diagnosis code: chapter, sex, ages, side."""

from __future__ import annotations

import pytest

from reportkit.model.diagnoses import (
    CHAPTERS,
    chapter_of,
    diagnosis_ages,
    diagnosis_sex,
    title_side,
)


@pytest.mark.parametrize(
    ("code", "number"),
    [("A00.0", 1), ("C7A.00", 2), ("D50", 3), ("H59.9", 7), ("H60.0", 8), ("M1A.0", 13),
     ("O9A.1", 15), ("QA0.0", 17), ("Z3A.20", 21), ("U07.1", 22)],
)  # fmt: skip
def test_a_code_is_of_its_chapter(code: str, number: int) -> None:
    chapter = chapter_of(code)
    assert chapter is not None
    assert chapter.number == number


def test_a_category_between_the_chapters_is_of_none() -> None:
    assert chapter_of("E99") is None
    assert [chapter.number for chapter in CHAPTERS] == list(range(1, 23))


@pytest.mark.parametrize(
    ("code", "sex"),
    [("N40.1", "male"), ("C61", "male"), ("N87.1", "female"), ("O80", "female"),
     ("R87.613", "female"), ("D07.5", "male"), ("D07.1", "female"), ("N39.0", None),
     ("Z85.42", "female"), ("Z85.46", "male"), ("Z85.3", None), ("F32.81", "female"),
     ("F32.9", None), ("Z38.00", None), ("C50.911", None)],
)  # fmt: skip
def test_a_diagnosis_is_for_the_sex_that_has_the_organ(code: str, sex: str | None) -> None:
    assert diagnosis_sex(code) == sex


def test_a_diagnosis_of_pregnancy_birth_or_age_has_ages() -> None:
    assert 67 not in (diagnosis_ages("O80") or ())
    assert 30 in (diagnosis_ages("Z34.01") or ())
    assert 1 not in (diagnosis_ages("Z38.00") or ())
    assert 17 in (diagnosis_ages("Z00.129") or ())
    assert 18 not in (diagnosis_ages("Z00.129") or ())
    assert diagnosis_ages("N87.1") is None


@pytest.mark.parametrize(
    ("title", "side"),
    [
        ("Age-related nuclear cataract, right eye", "right"),
        ("Pain in left knee", "left"),
        ("Bilateral primary osteoarthritis of knee", "both"),
        ("Cataract, right eye and left eye", "both"),
        ("Nuclear cataract, unspecified eye", None),
    ],
)
def test_a_title_names_its_side(title: str, side: str | None) -> None:
    assert title_side(title) == side
