"""Made-up charts with what is hard to draw: long names, few prices, a release without payment."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reportkit.assemble.document import (
    Bar,
    Bars,
    Chart,
    History,
    Level,
    Point,
    Quartile,
    Quartiles,
    Series,
)

LONGEST = (
    "UNITED WORKERS HEALTH AND WELFARE MANAGEMENT COMPANY OF WEST MASSACHUSETTS, OPEN ACCESS "
    "PLUS MAMMOTHWIDENETWORKWITHOUTANYSPACEINTHEWHOLEOFITSNAMEWHATSOEVER"
)


def spreads() -> Chart:
    """Four payers: one with a name that is too long, one with too few prices for quartiles."""
    rows = (
        _quartile("Blue Shield of the Lakes, PPO", "150", "210", "260", 1204),
        _quartile(LONGEST, "140", "148.80", "190", 40),
        _quartile("Lakeshore Mutual, PPO", "120.50", "143.94", "160", 12),
        Quartile("Acme Health, unstated", None, Decimal("99.12"), None, "$99.12", "n 3"),
    )
    level = Level("Medicare, facility $148.80", Decimal("148.80"))
    drawing = Quartiles(rows, level, Decimal(260), "25th to 75th percentile", "Median")
    return Chart(
        "rates-chart",
        "Rates by payer: outpatient; billing class: professional; without modifier",
        "US dollars",
        drawing,
        "Rates of four payers. The figures are in the table “Negotiated rates”.",
    )


def bars() -> Chart:
    """Two bars."""
    drawing = Bars(
        (
            Bar("Nonfacility", Decimal("201.06"), "$201.06"),
            Bar("Facility", Decimal("148.80"), "$148.80"),
        )
    )
    return Chart(
        "payment-chart",
        "National payment by setting",
        "US dollars",
        drawing,
        "Nonfacility $201.06, facility $148.80. The figures are in the table below.",
    )


def history() -> Chart:
    """Two series; the second has no payment for a while."""
    days = (
        ("RVU23A", date(2023, 1, 1), "201.06", "150.12"),
        ("RVU24A", date(2024, 1, 1), "195.10", None),
        ("RVU24B", date(2024, 4, 1), "198.00", "149.00"),
        ("RVU25A", date(2025, 1, 1), "190.02", "141.10"),
        ("RVU25D", date(2025, 10, 1), "192.14", "143.94"),
    )
    nonfacility = tuple(_point(label, day, amount) for label, day, amount, _ in days)
    facility = tuple(_point(label, day, amount) for label, day, _, amount in days)
    return Chart(
        "history-chart",
        "Payment over releases",
        "US dollars",
        History((Series("Nonfacility", nonfacility), Series("Facility", facility))),
        "Payment in five releases. The figures are in the table below.",
    )


def _quartile(label: str, low: str, middle: str, high: str, count: int) -> Quartile:
    return Quartile(
        label, Decimal(low), Decimal(middle), Decimal(high), f"${Decimal(middle):.2f}",
        f"n {count:,}",
    )  # fmt: skip


def _point(label: str, day: date, amount: str | None) -> Point:
    value = None if amount is None else Decimal(amount)
    return Point(label, day, value, "—" if amount is None else f"${amount}")
