"""The words by which somebody is told are whole and agree with one another."""

from __future__ import annotations

from reportkit.model.privacy.calendar import (
    MONTHS,
    MONTHS_THAT_ARE_WORDS,
    ORDINAL_DAYS,
    SHORT_MONTHS,
)
from reportkit.model.privacy.identifiers import KINDS
from reportkit.model.privacy.people import (
    CLERGY,
    RANKS,
    SPANISH_TITLES,
    TITLES,
    TITLES_THAT_ARE_WORDS,
)
from reportkit.model.privacy.places import CITIES, CITIES_THAT_ARE_WORDS


def test_the_privacy_rule_names_eighteen_kinds() -> None:
    assert "".join(kind.letter for kind in KINDS) == "ABCDEFGHIJKLMNOPQR"
    assert all(kind.name for kind in KINDS)


def test_a_year_has_twelve_months_and_a_month_thirty_one_days() -> None:
    assert len(MONTHS) == 12
    assert len(ORDINAL_DAYS) == 31
    assert {month[:3] for month in SHORT_MONTHS} | {"May"} == {month[:3] for month in MONTHS}
    assert set(MONTHS_THAT_ARE_WORDS) < set(MONTHS)


def test_no_title_stands_in_two_lists() -> None:
    titles = (*TITLES, *RANKS, *CLERGY, *TITLES_THAT_ARE_WORDS, *SPANISH_TITLES)
    assert len(titles) == len(set(titles))


def test_cities_are_listed_once_and_in_order() -> None:
    assert list(CITIES) == sorted(set(CITIES))
    assert set(CITIES_THAT_ARE_WORDS) < set(CITIES)
