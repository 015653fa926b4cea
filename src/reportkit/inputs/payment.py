"""Relative value units, indices and conversion factor in, Medicare's payment in dollars out.

Source of the formulas: CMS, record layout of the relative value file (RVU25D).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

CENT = Decimal("0.01")
_WIDE = Context(prec=100)
"""Holds the cents of any product of numbers that a file may give."""


def payment(
    units: Units, cap: Units | None, factor: Decimal, indices: Indices | None = None
) -> Decimal:
    """Units times factor; less where the outpatient cap on imaging is lower."""
    lower = min(adjusted(part, indices) for part in (units, cap) if part is not None)
    return cents(lower * factor)


def adjusted(units: Units, indices: Indices | None) -> Decimal:
    """The sum of the units, in a locality or, without indices, in the nation."""
    if indices is None:
        return units.work + units.practice_expense + units.malpractice
    return (
        units.work * indices.work
        + units.practice_expense * indices.practice_expense
        + units.malpractice * indices.malpractice
    )


def cents(amount: Decimal) -> Decimal:
    """An amount rounded to cents, half up."""
    return amount.quantize(CENT, ROUND_HALF_UP, _WIDE)


@dataclass(frozen=True, slots=True)
class Units:
    """The three parts of a service's relative value in one setting."""

    work: Decimal
    practice_expense: Decimal
    malpractice: Decimal


@dataclass(frozen=True, slots=True)
class Indices:
    """What each of the three parts costs in a locality, as a share of the nation."""

    work: Decimal
    practice_expense: Decimal
    malpractice: Decimal
