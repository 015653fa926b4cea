"""The labelled set is sound, and what is found of it falls below no floor."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from base_reports import BASES, apply, base_workspace
from judgement_figures import TODAY, Figures, Judged, figures, grounds, judge, worst
from labelled_cases import Case, read_cases

from reportkit.check.engine import check
from reportkit.rules import all_rules

FLOORS: dict[str, float] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))
CASES = read_cases()


@pytest.fixture(scope="module")
def judged() -> tuple[Judged, ...]:
    return tuple(judge(case) for case in CASES)


@pytest.fixture(scope="module")
def counted(judged: tuple[Judged, ...]) -> Figures:
    return figures(judged)


def test_the_set_is_large_and_even() -> None:
    verdicts = Counter(case.verdict for case in CASES)
    assert len(CASES) >= 500
    assert min(verdicts.values()) / len(CASES) >= 0.4


def test_enough_is_held_out() -> None:
    assert 0.2 < sum(case.held_out for case in CASES) / len(CASES) <= 0.4


def test_every_case_has_a_name_of_its_own() -> None:
    assert not [name for name, count in Counter(case.id for case in CASES).items() if count > 1]


def test_no_two_cases_make_the_same_change() -> None:
    changes = Counter(
        (case.base, case.at, case.operation, case.text, str(case.also)) for case in CASES
    )
    assert not [change for change, count in changes.items() if count > 1]


def test_a_wrong_text_says_which_words_are_wrong() -> None:
    assert not [
        case.id
        for case in CASES
        if (case.catch is not None) != (case.verdict == "wrong" and is_text(case))
    ]


def is_text(case: Case) -> bool:
    """Whether words were put in, and not a value of a field."""
    return isinstance(case.value, str) and case.operation in ("append", "replace")


def test_a_change_leaves_every_file_readable() -> None:
    faults = {
        case.id: problems
        for case in CASES
        for publication in apply(case).workspace.publications
        if (problems := [p.message for file in publication.files.values() for p in file.problems])
    }
    assert faults == {}


@pytest.mark.parametrize("code", BASES)
def test_every_base_report_is_read_by_every_rule(code: str) -> None:
    assert check(base_workspace(code), all_rules(), TODAY).skipped == ()


@pytest.mark.long
def test_wrong_texts_are_found(counted: Figures) -> None:
    assert (counted.recall or 0) >= FLOORS["recall"]


@pytest.mark.long
def test_the_worst_group_is_found(judged: tuple[Judged, ...]) -> None:
    least = worst(judged)
    assert least is not None
    assert least[1] >= FLOORS["recall_of_worst_group"], least[0]


@pytest.mark.long
def test_right_texts_are_left_alone(counted: Figures) -> None:
    assert (counted.alarm_rate or 0) <= FLOORS["false_alarms_at_most"]


@pytest.mark.long
def test_findings_point_at_the_words(counted: Figures) -> None:
    assert (counted.placed_share or 0) >= FLOORS["placed"]


@pytest.mark.long
def test_sentences_on_a_subject_are_told_from_others(judged: tuple[Judged, ...]) -> None:
    asked = grounds(judged)
    assert (asked.precision or 0) >= FLOORS["precision_of_ungrounded_statement"]
    assert (asked.recall or 0) >= FLOORS["recall_of_ungrounded_statement"]
