"""The schedules of hospitals, laboratories and drugs on the real files, where they are at hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportkit.inputs.asp import read_asp
from reportkit.inputs.clfs import read_clfs
from reportkit.inputs.opps import read_opps
from shared_data import SHARED, needs

FOLDER = SHARED / "data" / "public"
pytestmark = needs(FOLDER)


def given(path: str) -> tuple[str, bytes]:
    return (FOLDER / path).name, (FOLDER / path).read_bytes()


@pytest.mark.parametrize(
    ("name", "quarter", "rows"),
    [
        ("2023_January_Web_Addendum_B.12212022.xlsx.as.csv", "2023Q1", 474),
        (
            "Section 508 version of January_Web_2024_Addendum_B.04.24.24.csv",
            "2024Q1",
            528,
        ),
        ("Section 508 version of January 2025 Web Addendum B.12.31.24.csv", "2025Q1", 522),
        ("Section 508 version of July 2025 Web Addendum B.06.26.25.csv", "2025Q3", 540),
        ("Section 508 of July 2025 Web Addendum B.07.25.25.csv", "2025Q3", 540),
        ("508 version of October 2025 Web Addendum B.10.31.25.csv", "2025Q4", 551),
    ],
)
def test_every_row_of_addendum_b_is_read(name: str, quarter: str, rows: int) -> None:
    found = read_opps(*given(f"opps/{name}"))
    assert (found.release, len(found.rows), found.refused) == (quarter, rows, ())


def test_two_issues_of_addendum_b_differ_in_five_rows() -> None:
    first = read_opps(*given("opps/Section 508 version of July 2025 Web Addendum B.06.26.25.csv"))
    second = read_opps(*given("opps/Section 508 of July 2025 Web Addendum B.07.25.25.csv"))
    rates = {
        code: (row.payment_rate, second.rows[code].payment_rate)
        for code, row in first.rows.items()
        if row.payment_rate != second.rows[code].payment_rate
    }
    assert rates == {
        "A9596": (Decimal("973.639"), Decimal("511.55")),
        "A9697": (Decimal("11379.909"), Decimal("1137.991")),
        "C9089": (Decimal("2.639"), Decimal("0.88")),
        "J2724": (Decimal("1.503"), Decimal("15.031")),
        "Q5146": (None, Decimal("76.181")),
    }


def test_laboratory_rates_are_the_same_in_both_forms() -> None:
    table = read_clfs(*given("clfs/CLFS 2025 Q1V1.csv"))
    text = read_clfs(*given("clfs/CLFS 2025 Q1V1.txt"))
    assert (table.refused, text.refused) == ((), ())
    rates = [(code, rate) for code, test in table.rows.items() for rate in test.rates]
    assert len(rates) == 275
    assert [code for code, rate in rates if rate not in text.rows[code].rates] == []


@pytest.mark.parametrize(
    "name", sorted(path.name for path in (FOLDER / "asp").glob("*.csv")) or ["none"]
)
def test_every_row_of_the_payment_limits_is_read(name: str) -> None:
    found = read_asp(*given(f"asp/{name}"))
    assert found.refused == ()
    assert len(found.rows) > 800


def test_two_issues_of_the_payment_limits_differ_in_four_rows() -> None:
    first = read_asp(*given("asp/section 508 version of Jan 2025 ASP Pricing File 121924.csv"))
    second = read_asp(
        *given("asp/section 508 version of Jan 2025 ASP Pricing File updated 030725.csv")
    )
    assert first.release == second.release == "2025Q1"
    changed = {
        code
        for code, row in first.rows.items()
        if row.payment_limit != second.rows[code].payment_limit
    }
    assert changed == {"J7213", "J9204", "Q5126", "Q5130"}
