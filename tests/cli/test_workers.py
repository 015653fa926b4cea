"""A publication that takes too long, too much, or its process with it costs the others nothing."""

from __future__ import annotations

import os
import time

import pytest

from reportkit.cli.work import Work
from reportkit.cli.workers import Limits, work_apart

LIMITS = Limits(seconds=3, megabytes=1_500)


def make(code: str) -> str:
    """What a code says is to be done."""
    match code:
        case "sleep":
            time.sleep(60)
        case "die":
            os._exit(1)
        case "eat":
            len(bytearray(3_000_000_000))
    return f"{code}: done"


def ended(code: str, why: str) -> str:
    return f"{code}: {why}"


WORK = Work(str, make, str, ended)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("sleep", "sleep: it took more than 3 seconds"),
        ("die", "die: its process was ended; is there enough memory?"),
        ("eat", "eat: there is not enough memory"),
    ],
)
def test_the_cause_is_told_and_the_others_are_done(code: str, told: str) -> None:
    codes = ["first", code, "last"]
    assert list(work_apart(WORK, codes, 2, LIMITS)) == ["first: done", told, "last: done"]


def test_few_outcomes_are_held_and_they_come_in_order() -> None:
    codes = [f"{number}" for number in range(40)]
    assert list(work_apart(WORK, codes, 2, LIMITS)) == [f"{code}: done" for code in codes]
