"""A wording is found in every form of the words that it is looked for by."""

from __future__ import annotations

import pytest

from reportkit.model.base import Prose
from reportkit.reading.advice import BYPASS
from reportkit.reading.ages import ages
from reportkit.reading.filler import FILLER
from reportkit.reading.notes import NOTES
from reportkit.reading.periods import global_periods
from reportkit.reading.placeholders import PLACEHOLDERS
from reportkit.reading.statements import statements
from reportkit.reading.text import Text
from reportkit.reading.wording import Wording
from reportkit.workspace.passages import Passage


def text_of(words: str) -> Text:
    return Text(Passage("summary", ("relevance",), Prose(words)))


@pytest.mark.parametrize(
    ("wordings", "words", "found"),
    [
        (FILLER, "Please note the site.", "Please note"),
        (FILLER, "It must be stressed.", "It must be stressed"),
        (NOTES, "See the queries for the reviewers.", "queries for the reviewers"),
        (PLACEHOLDERS, "It pays XXXXXXXXXXXX.", "XXXXXXXXXXXX"),
        (BYPASS, "It is split so that each escapes the edit.", "so that each escapes the edit"),
        (BYPASS, "Split it and sidestep denials.", "and sidestep denials"),
    ],
)
def test_what_is_worded_so_is_found(wordings: tuple[Wording, ...], words: str, found: str) -> None:
    stretches = [match[0].strip() for wording in wordings for match in wording.find(text_of(words))]
    assert found in stretches


def test_people_of_an_age_are_found_in_any_number() -> None:
    assert [mention.years for mention in ages(text_of("Nonagenarians need care."))] == [90]


def test_a_day_and_days_say_which_period_it_is() -> None:
    for days in ("day", "days"):
        words = f"Of 0, 10 or 90 {days}, it is the last."
        assert [mention.days for mention in global_periods(text_of(words), "57511")] == [90]


def test_a_centre_is_a_center() -> None:
    for center in ("center", "centers", "centre", "centres"):
        (said,) = statements(text_of(f"Medicare pays a surgical {center}."))
        assert said.topic == "priced in a center"
