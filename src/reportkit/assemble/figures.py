"""Values of the input in, the words and figures tables print out."""

from __future__ import annotations

from decimal import Decimal

from reportkit.assemble.edition import Edition
from reportkit.assemble.labels import word
from reportkit.model.input import Rate
from reportkit.workspace.figures import money, rounded


def amount(value: Decimal | None) -> str:
    """Dollars, or a dash where there is none."""
    return "—" if value is None else money(value)


def count(edition: Edition, value: int | None) -> str:
    """A count with thousands marked; a suppressed cell says so."""
    return edition.say("suppressed") if value is None else f"{value:,}"


def payer_name(edition: Edition, payer: str) -> str:
    """Name of a provided payer by its id."""
    return next((each.name for each in edition.input.payers or () if each.id == payer), payer)


def bucket(edition: Edition, rate: Rate) -> str:
    """What sets the rates of a bucket apart from those of any other."""
    modifiers = (
        edition.say("with modifier {codes}", codes=edition.listed(rate.modifiers))
        if rate.modifiers
        else edition.say("without modifier")
    )
    return "; ".join(
        (
            word(edition, rate.setting),
            edition.say("billing class: {name}", name=word(edition, rate.billing_class).lower()),
            modifiers,
            rate.negotiated_type,
            edition.say("published by the {who}", who=word(edition, rate.published_by).lower()),
            rate.period,
        )
    )


def medicare_level(edition: Edition, rate: Rate) -> tuple[str, Decimal] | None:
    """Medicare's setting like that of a rate, and its national payment there.

    Only professional rates compare with the physician fee schedule: the facility amount
    for inpatient and outpatient settings, the non-facility amount otherwise.
    """
    mpfs = edition.input.mpfs
    if mpfs is None or rate.billing_class != "professional":
        return None
    setting = "nonfacility" if rate.setting == "both" else "facility"
    payment = mpfs.nonfacility_payment if rate.setting == "both" else mpfs.facility_payment
    return (setting, payment) if payment else None


def against_medicare(edition: Edition, rate: Rate) -> str:
    """The median as a share of Medicare's national payment in the like setting, in percent."""
    level = medicare_level(edition, rate)
    if level is None:
        return "—"
    return f"{rounded(rate.p50 / level[1] * 100, 0)} %"
