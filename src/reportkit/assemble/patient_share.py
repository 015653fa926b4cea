"""Work out what a patient owes of what Medicare pays in a setting."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from reportkit.model.preventive import WITHOUT_SHARE
from reportkit.model.sections.billing_overview import Purpose

OF_IT: Final = "20% of "
"""Stands in a ground before the field that a fifth is taken of."""


def fifth(amount: Decimal) -> Decimal:
    """What the patient owes of a payment of Part B, in dollars to the cent (42 CFR 410.152(b))."""
    return (amount / 5).quantize(Decimal("0.01"), ROUND_HALF_UP)


def is_free(code: str, purpose: Purpose | None) -> bool:
    """Whether a service prevents, and may so cost the patient nothing (42 CFR 410.152(l)).

    `purpose` is what the author says of it; None where nobody has written that.
    """
    return code in WITHOUT_SHARE or purpose in ("preventive", "screening")
