"""List the conversion factors of the physician fee schedule, with their days and for whom.

Source: CMS, final rules of the physician fee schedule for 2022 to 2026; for March 2024 the
Consolidated Appropriations Act, 2024, section 305. From 2026 on there are two a year (Social
Security Act 1848(d)(1)(A)): one for participants in a qualifying alternative payment model.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from reportkit.model.fees import Participants


@dataclass(frozen=True, slots=True)
class ConversionFactor:
    """Dollars for one relative value unit, from its first to its last day."""

    amount: Decimal
    begins: date
    ends: date
    participants: Participants


CONVERSION_FACTORS: Final = (
    ConversionFactor(Decimal("34.6062"), date(2022, 1, 1), date(2022, 12, 31), "all"),
    ConversionFactor(Decimal("33.8872"), date(2023, 1, 1), date(2023, 12, 31), "all"),
    ConversionFactor(Decimal("32.7442"), date(2024, 1, 1), date(2024, 3, 8), "all"),
    ConversionFactor(Decimal("33.2875"), date(2024, 3, 9), date(2024, 12, 31), "all"),
    ConversionFactor(Decimal("32.3465"), date(2025, 1, 1), date(2025, 12, 31), "all"),
    ConversionFactor(Decimal("33.4009"), date(2026, 1, 1), date(2026, 12, 31), "nonqualifying"),
    ConversionFactor(Decimal("33.5675"), date(2026, 1, 1), date(2026, 12, 31), "qualifying"),
)

TWO_FACTORS: Final = 2026
"""From this year on there are two factors."""


def factor_of(year: int, amount: Decimal) -> ConversionFactor | None:
    """The factor of a year that has this amount, if it is known."""
    return next(
        (
            factor
            for factor in CONVERSION_FACTORS
            if factor.amount == amount and factor.begins.year == year
        ),
        None,
    )
