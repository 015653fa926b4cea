"""Values of the input in, the words and figures tables print out."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from reportkit.assemble.edition import Edition
from reportkit.model.input import Rate
from reportkit.workspace.resolve import money


def amount(value: Decimal | None) -> str:
    """Dollars, or a dash where there is none."""
    return "—" if value is None else money(value)


def count(edition: Edition, value: int | None) -> str:
    """A count with thousands marked; a suppressed cell says so."""
    return edition.say("suppressed") if value is None else f"{value:,}"


def payer_name(edition: Edition, payer: str) -> str:
    """Name of a provided payer by its id."""
    return next((each.name for each in edition.input.payers or () if each.id == payer), payer)


def against_medicare(edition: Edition, rate: Rate) -> str:
    """The median as a share of Medicare's national payment in the like setting, in percent.

    Only professional rates compare with the physician fee schedule: the facility amount
    for inpatient and outpatient settings, the non-facility amount otherwise.
    """
    mpfs = edition.input.mpfs
    if mpfs is None or rate.billing_class != "professional":
        return "—"
    payment = mpfs.nonfacility_payment if rate.setting == "both" else mpfs.facility_payment
    if payment is None or payment == 0:
        return "—"
    share = (rate.p50 / payment * 100).quantize(Decimal(1), ROUND_HALF_UP)
    return f"{share} %"
