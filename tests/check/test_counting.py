"""Units follow the minutes, the amount or the number that a code counts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportkit.check.counted_notes import counted_by
from reportkit.check.counting import entry_faults, tolerance_faults, units_of
from reportkit.check.example import read_example, specimen
from reportkit.reading.text import Text, worded_texts
from reportkit.workspace.publication import Publication


@pytest.mark.parametrize(
    ("code", "amount", "measure", "size", "units"),
    [
        ("97110", "22", "minute", "15", "1"),
        ("97110", "23", "minute", "15", "2"),
        ("97110", "38", "minute", "15", "3"),
        ("00100", "50", "minute", "15", "3.3"),
        ("00100", "45", "minute", "15", "3"),
        ("00100", "45", "mg", "10", "5"),
        ("97110", "16", "view", "15", "2"),
        ("J1100", "30", "mg", "10", "3"),
        ("J1100", "31", "mg", "10", "4"),
        ("J1100", "31", "minute", "10", "4"),
    ],
)
def test_an_amount_makes_so_many_units(
    code: str, amount: str, measure: str, size: str, units: str
) -> None:
    assert units_of(code, Decimal(amount), measure, Decimal(size)) == Decimal(units)


def written(relevance: str, data: str = "as_of: 2026-11-01\n") -> tuple[Publication, Text]:
    example = f"# summary\nrelevance: {relevance}\n# input\n{data}"
    publication = specimen(read_example(example))
    (text,) = [one for one in worded_texts(publication) if one.route == ("relevance",)]
    return publication, text


LIMITS = "mue: {quarter: 2026Q4, practitioner: %s, outpatient_hospital: %s}\n"
TWO, FOUR = "{units: 2, mai: '3'}", "{units: 4, mai: '3'}"


@pytest.mark.parametrize(
    ("units", "limits", "reason"),
    [
        (4, (TWO, FOUR), None),
        (5, (TWO, FOUR), "no more than 4 are expected on a day"),
        (5, (FOUR, TWO), "no more than 4 are expected on a day"),
        (3, (TWO, "null"), "no more than 2 are expected on a day"),
        (3, ("null", TWO), "no more than 2 are expected on a day"),
        (3, ("null", "null"), None),
    ],
)
def test_units_to_enter_are_at_most_those_of_any_setting(
    units: int, limits: tuple[str, str], reason: str | None
) -> None:
    entered = f"Enter {units} units on the claim."
    faults = [*entry_faults(*written(entered, LIMITS % limits), {})]
    assert faults == ([] if reason is None else [(6, 7, reason)])


@pytest.mark.parametrize(
    ("units", "limits", "reason"),
    [
        (4, (TWO, FOUR), None),
        (5, (TWO, FOUR), "the most on a day is 2"),
        (5, (FOUR, TWO), "the most on a day is 2"),
        (3, ("null", TWO), "the most on a day is 2"),
        (2, ("null", TWO), None),
        (3, ("null", "null"), None),
    ],
)
def test_units_that_go_through_are_at_most_those_of_any_setting(
    units: int, limits: tuple[str, str], reason: str | None
) -> None:
    told = f"{units} units on one day go through."
    faults = [*tolerance_faults(*written(told, LIMITS % limits), {})]
    assert [why for _, _, why in faults] == ([] if reason is None else [reason])


def test_no_units_are_held_to_a_limit_that_was_not_provided() -> None:
    assert [*entry_faults(*written("Enter 3 units on the claim.", "mue: null\n"), {})] == []
    assert [*tolerance_faults(*written("3 units on one day go through.", "mue: null\n"), {})] == []


NOTES = {
    "73560": "A radiograph of one or two views.",
    "73562": "A radiograph of three views.",
    "73564": "A radiograph of four or more views.",
}


@pytest.mark.parametrize(
    ("words", "own", "code"),
    [
        ("three views", "two views", "73562"),
        ("one view", "three views", "73560"),
        ("two views", "three views", "73560"),
        ("four views", "three views", "73564"),
        ("ninety views", "three views", "73564"),
        ("three views", "three views", None),
        ("three views", "three or more views", None),
        ("five views", "three to five views", None),
        ("six views", "three to five views", "73564"),
        ("two or more views", "one view", None),
        ("three films", "two views", None),
        ("three views", "a radiograph", None),
        ("a pair of views", "one view", "73560"),
        ("a fourth view", "two views", "73564"),
    ],
)
def test_a_number_is_that_of_one_note(words: str, own: str, code: str | None) -> None:
    notes = {other: note for other, note in NOTES.items() if note != own}
    assert counted_by(words, notes, own) == code


def test_a_number_that_two_notes_count_is_of_neither() -> None:
    notes = {"1": "two or three views", "2": "three or more views", "3": "two films"}
    assert counted_by("three views", notes, "one view") is None
    assert counted_by("two views and two films", notes, "one view and one film") == "1"
