"""Two printed names of one person are told to be one, and what names nobody is no name."""

from __future__ import annotations

import pytest

from reportkit.model.person_names import name_words, names_nobody, one_name

ONE = (
    ("Ann Writer", "ann  WRITER"),
    ("Ann Writer", "Writer, Ann"),
    ("Ann Writer", "A. Writer"),
    ("Ann Writer", "Dr. Writer"),
    ("Ann Writer", "Dr. Ann B. Writer, MD, CPC-A"),
    ("A. Writer, M.D.", "Ann Writer, CPC"),
    ("Ann B. Writer", "A. Barbara Writer"),
    ("José Núñez", "Jose Nunez"),
    ("Ann Writer", "\u0410nn Writ\u0435r"),
    ("Ann Writer", "Ann Wri\u200bter"),
    ("Pat O'Brien", "Pat O\u2019Brien"),
    ("J.R. Smith", "John R. Smith"),
    ("Ann Writer-Coder", "Ann Writer Coder"),
    ("\uff21nn Writer", "Ann Writer"),
)
TWO = (
    ("Ann Writer", "Bo Coder"),
    ("Ann Writer", "Bo Writer"),
    ("A. Writer", "B. Writer"),
    ("Ann Writer, MD", "Bo Coder, MD"),
    ("Dr. Ann Writer", "Dr. Bo Coder"),
    ("Ann A. Writer", "Ann B. Writer"),
    ("Мария Иванова", "Анна Иванова"),
    ("Kim Do", "Kim Ma"),
    ("Bo Major", "Bo Coder"),
)
NOBODY = (
    "J. R.", "Lead Reviewer", "the author", "Coding Reviewer 2", "TBD", "N/A", "John Doe",
    "Your Name", "xxx", "Xx Yy", "Dr.", "Medical Director", "?", "Test User", "unkn\u043ewn",
    "To be determined", "Chief Compliance Officer",
)  # fmt: skip


@pytest.mark.parametrize(("name", "other"), ONE)
def test_names_of_one_person_are_one(name: str, other: str) -> None:
    assert one_name(name, other)
    assert one_name(other, name)


@pytest.mark.parametrize(("name", "other"), TWO)
def test_names_of_two_people_are_two(name: str, other: str) -> None:
    assert not one_name(name, other)
    assert not one_name(other, name)


@pytest.mark.parametrize("name", NOBODY)
def test_what_holds_the_place_of_a_name_names_nobody(name: str) -> None:
    assert names_nobody(name)


@pytest.mark.parametrize(
    "name", ["Bo Coder", "Cy Nurse", "Pat Publisher", "Мария", "Ng", "Li Oo", "Kim Do"]
)
def test_a_name_names_somebody(name: str) -> None:
    assert not names_nobody(name)


def test_a_name_that_is_a_title_as_well_is_kept() -> None:
    assert name_words("Dr. Major") == ("major",)
    assert name_words("KIM DO, DO") == ("kim", "do")
