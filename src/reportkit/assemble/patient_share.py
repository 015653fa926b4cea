"""Work out what a patient owes of what Medicare pays in a setting."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reportkit.model.indicators.hospital import PROCEDURES
from reportkit.model.preventive import WITHOUT_SHARE
from reportkit.model.schedules import Opps
from reportkit.model.sections.billing_overview import Purpose
from reportkit.workspace.figures import rounded

OF_IT: Final = "20% of "
"""Stands in a ground before the field that a fifth is taken of."""


def fifth(amount: Decimal) -> Decimal:
    """What the patient owes of a payment of Part B, in dollars to the cent (42 CFR 410.152(b))."""
    return Decimal(rounded(amount / 5, 2))


def is_free(code: str, purpose: Purpose | None, opps: Opps | None) -> bool:
    """Whether a service prevents, and may so cost the patient nothing (42 CFR 410.152(l)).

    `purpose` is what the author says of it; None where nobody has written that.
    """
    return code in WITHOUT_SHARE or asks_nothing(opps) or purpose in ("preventive", "screening")


def asks_nothing(opps: Opps | None) -> bool:
    """Whether addendum B gives a procedure a copayment of zero, as it does what prevents.

    The zeros of drugs say something else: what is paid for them is in another amount already.
    """
    if opps is None or opps.status_indicator not in PROCEDURES:
        return False
    return opps.copayment == 0 and opps.minimum_copayment == 0
