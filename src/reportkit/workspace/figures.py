"""Write numbers as they are printed: dollars and cents, or so many places."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def money(amount: Decimal | int) -> str:
    """US dollars and cents, half a cent rounded up: $1,192.14."""
    cents = Decimal(amount).quantize(Decimal("0.01"), ROUND_HALF_UP)
    sign = "-" if cents < 0 else ""
    return f"{sign}${abs(cents):,.2f}"


def rounded(number: Decimal, places: int) -> str:
    """A number to so many places, half rounded up."""
    return f"{number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
