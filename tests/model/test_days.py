"""A day is written in one way, wherever it stands."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.inputs import cells
from reportkit.model.days import day_in_utc, day_of, moment_of
from small_project import ROOT, run

NO_DAYS = (
    "2026-1-1", "20260101", "2026-W48-1", "2026W481", "2026-13-01", "2026-02-30", "0000-01-01",
    "2026-01-01 ", "+2026-01-01", "２０２６-01-01", "2026-01-01T00:00:00Z", "soon", "",
)  # fmt: skip


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_only_python_or_a_hasty_hand_takes_for_a_day_is_none(text: str) -> None:
    assert day_of(text) is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-27T23:30:00-05:00", date(2026, 11, 28)),
        ("2026-11-27T00:30:00+02:00", date(2026, 11, 26)),
        ("9999-12-31T23:30:00-05:00", date.max),
        ("0001-01-01T00:30:00+02:00", date.min),
    ],
)
def test_the_day_of_a_moment_is_that_of_utc_as_far_as_the_calendar_goes(
    written: str, day: date
) -> None:
    moment = moment_of(written)
    assert moment is not None
    assert day_in_utc(moment) == day


@given(st.dates())
def test_every_day_is_read_back(day: date) -> None:
    assert day_of(day.isoformat()) == day


def test_a_moment_has_a_zone_and_a_day() -> None:
    moment = moment_of("2026-10-01T08:30:00+02:00")
    assert moment is not None
    assert (moment.date(), moment.utcoffset()) == (date(2026, 10, 1), timedelta(hours=2))
    for text in ("2026-10-01T08:30:00", "2026-W40-4T08:30:00Z", "2026-10-01", "20261001T083000Z"):
        assert moment_of(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20260401", date(2026, 4, 1)),
        ("2026-04-01", date(2026, 4, 1)),
        ("4/1/2026", date(2026, 4, 1)),
        ("2026411", None),
        ("2026-4-1", None),
        ("٢٠٢٦٠٤٠١", None),
    ],
)
def test_a_cell_of_a_public_file_is_no_day_where_it_could_be_two(
    text: str, day: date | None
) -> None:
    if day is not None:
        assert cells.day("effective", text) == day
        return
    with pytest.raises(cells.BadCell, match=r"effective .* is not a date"):
        cells.day("effective", text)


TYPED = (
    ("asof", "2026-1-1", "57511"),
    ("asof", "2026-W48-1", "57511"),
    ("waive", "stale-data", "x", "--reason", "a", "--owner", "b", "--expiry", "2099-W48-1"),
    ("import", "hcpcs", "pyproject.toml", "57511", "--on", "20260101"),
    ("import", "hcpcs", "pyproject.toml", "57511", "--as-of", "2026-1-1"),
)


@pytest.mark.parametrize("arguments", TYPED)
def test_a_day_that_somebody_types_is_read_as_those_in_files(arguments: tuple[str, ...]) -> None:
    outcome = run(ROOT, *arguments)
    assert outcome.returncode == 2
    assert "is no day; write it as 2026-10-01" in outcome.stderr


def test_nothing_else_reads_days() -> None:
    read = re.compile(r"\bdate\.fromisoformat|click\.DateTime")
    places = {
        path.relative_to(ROOT / "src/reportkit").as_posix()
        for path in (ROOT / "src/reportkit").rglob("*.py")
        if read.search(path.read_text("utf-8"))
    }
    assert places == {"model/days.py"}
