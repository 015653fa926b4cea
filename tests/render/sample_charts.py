"""A made-up chart with what is hard to draw: close amounts, and a day without payment."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reportkit.assemble.document import (
    Chart,
    History,
    Point,
    Series,
)


def history() -> Chart:
    """Two series; the second has no payment for a while."""
    days = (
        ("Jan 1, 2023", date(2023, 1, 1), "201.06", "150.12"),
        ("Jan 1, 2024", date(2024, 1, 1), "195.10", None),
        ("Apr 1, 2024", date(2024, 4, 1), "198.00", "149.00"),
        ("Jan 1, 2025", date(2025, 1, 1), "190.02", "141.10"),
        ("Oct 1, 2025", date(2025, 10, 1), "192.14", "143.94"),
    )
    nonfacility = tuple(_point(label, day, amount) for label, day, amount, _ in days)
    facility = tuple(_point(label, day, amount) for label, day, _, amount in days)
    return Chart(
        "history-chart",
        "Payment over releases",
        "US dollars",
        History((Series("Nonfacility", nonfacility), Series("Facility", facility))),
        "Payment on five days. The figures are in the table below.",
    )


def _point(label: str, day: date, amount: str | None) -> Point:
    value = None if amount is None else Decimal(amount)
    return Point(label, day, value, "—" if amount is None else f"${amount}")
