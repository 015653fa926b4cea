"""Write numbers as they are printed: dollars and cents, so many places, or a share of a hundred."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal


def money(amount: Decimal | int) -> str:
    """US dollars and cents, half a cent rounded up: $1,192.14."""
    cents = _to_places(Decimal(amount), 2)
    sign = "-" if cents < 0 else ""
    return f"{sign}${cents.copy_abs():,.2f}"


def rounded(number: Decimal, places: int) -> str:
    """A number to so many places, half rounded up."""
    return f"{_to_places(number, places):f}"


def percent(share: Decimal, places: int) -> str:
    """A share as parts of a hundred, to so many places."""
    return f"{rounded(_WIDE.multiply(share, Decimal(100)), places)} %"


_WIDE = Context(prec=100)
"""Holds any number that a file may give, to any number of places that a filter may ask for."""


def _to_places(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
