"""A release names the quarters it holds for, in each of the ways in which CMS names releases."""

from __future__ import annotations

from datetime import date

import pytest

from reportkit.check.example import read_example, specimen
from reportkit.check.releases import (
    Period,
    Quarter,
    periods_of,
    quarter_of,
    quarters,
    releases,
)
from reportkit.model.input import ProvidedInput


@pytest.mark.parametrize(
    ("text", "named"),
    [
        *((f"RVU{year % 100}{letter}", f"{year}Q{number}")
          for year in range(2019, 2030) for number, letter in enumerate("ABCD", 1)),
        *((f"v{year - 1994}.{number - 1}", f"{year}Q{number}")
          for year in range(2019, 2030) for number in range(1, 5)),
        *((f"{year}-Q{number}", f"{year}Q{number}")
          for year in range(2019, 2030) for number in range(1, 5)),
        ("rvu26d of the list", "2026Q4"),
        ("2026Q3 + 2026q4", "2026Q3 2026Q4"),
        ("RVU26E, 2026Q5, v32.4 and v32.30", ""),
        ("rev32.1 and 1.v32.1", ""),
    ],
)  # fmt: skip
def test_a_release_names_its_quarters(text: str, named: str) -> None:
    assert " ".join(map(str, quarters(text))) == named


@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_is_in_the_quarter_that_began_last(month: int) -> None:
    quarter = quarter_of(date(2026, month, 28))
    starts = [Quarter(2026, number).start for number in range(1, 5)]
    assert quarter.start == max(start for start in starts if start <= date(2026, month, 28))
    assert [start.isoformat() for start in starts] == [
        *("2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01")
    ]


def provided(text: str) -> ProvidedInput:
    """The data of the specimen, with some of it another."""
    return specimen(read_example(f"# input\n{text}")).input


def told(text: str) -> dict[str, str]:
    """The times of each dataset, in words."""
    return {key: " ".join(map(str, held)) for key, held in periods_of(provided(text)).items()}


TABLES = """\
ncci:
  - {quarter: 2026Q4, setting: practitioner, pairs: []}
  - {quarter: 2026Q4, setting: outpatient-hospital, pairs: []}
  - {quarter: 2026Q3, setting: outpatient-hospital, pairs: []}
"""
DIAGNOSIS = (
    "diagnoses:\n  - {code: N87.1, title: Moderate dysplasia, basis: histology, "
    "support: covered, source: manual, release: FY2027 April}\n"
)


def test_each_dataset_is_of_the_times_it_names() -> None:
    assert told("as_of: 2026-11-01\n") == {"mpfs": "2026Q4", "mue": "2026Q4"}
    assert told("mpfs: null\nmue: null\n") == {}
    assert told("mpfs.history:\n  - {release: RVU25B, conversion_factor: 32.1}\n")["mpfs"] == (
        "2026Q4 2025Q2"
    )
    assert told("mue.quarter: 2025Q2\n")["mue"] == "2025Q2"
    assert told(DIAGNOSIS)["diagnoses"] == "2027"
    assert told(TABLES)["ncci"] == "2026Q4 2026Q3"


def test_a_dataset_names_each_release_at_its_first_place() -> None:
    found = [(one.name, one.at.route) for one in releases(provided(TABLES))]
    assert [one for one in found if one[1][0] == "ncci"] == [
        ("2026Q4", ("ncci", 0, "quarter")),
        ("2026Q3", ("ncci", 2, "quarter")),
    ]


RATE = (
    "rates:\n  - {published_by: payer, payer: aetna, plan: PPO, setting: outpatient, "
    "billing_class: professional, modifiers: [], negotiated_type: negotiated, "
    'period: "%s", n: 40, p10: null, p25: null, p50: 310.00, p75: null, p90: null}\n'
)


@pytest.mark.parametrize(
    ("period", "quarter"),
    [(f"2025-{month:02}", f"2025Q{(month + 2) // 3}") for month in range(1, 13)],
)
def test_rates_are_of_the_quarter_of_their_month(period: str, quarter: str) -> None:
    assert told(RATE % period)["rates"] == quarter


@pytest.mark.parametrize("period", ["2025", "2025-13", "the autumn of 2025"])
def test_rates_of_no_month_are_of_no_quarter(period: str) -> None:
    assert "rates" not in told(RATE % period)


@pytest.mark.parametrize(
    ("held", "year", "quarter", "covered"),
    [
        (Period(2026, 3), 2026, 3, True),
        (Period(2026, 3), 2026, 4, False),
        (Period(2026, 3), 2026, None, True),
        (Period(2026, None), 2026, 4, True),
        (Period(2026, None), 2026, None, True),
        (Period(2026, None), 2025, None, False),
        (Period(2026, 3), 2025, 3, False),
        (Period(2025, 3), 2026, 3, False),
    ],
)
def test_a_year_covers_its_quarters(
    held: Period, year: int, quarter: int | None, covered: bool
) -> None:
    assert held.covers(year, quarter) is covered
