"""Turn values of the input into the words and figures that tables print."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportkit.assemble.edition import Edition
from reportkit.assemble.labels import word
from reportkit.model.input import Rate
from reportkit.model.pos import POS
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


def rate_name(edition: Edition, rate: Rate) -> str:
    """Payer, plan and network of a rate."""
    network = edition.say("network {name}", name=rate.network) if rate.network else ""
    return ", ".join(filter(None, (payer_name(edition, rate.payer), rate.plan, network)))


def bucket(edition: Edition, rate: Rate) -> str:
    """What sets the rates of a bucket apart from those of any other."""
    publisher = (
        edition.say("published by {name}", name=rate.publisher)
        if rate.publisher
        else edition.say("published by the {who}", who=word(edition, rate.published_by).lower())
    )
    parts = (
        word(edition, rate.setting),
        _places(edition, rate),
        edition.say("billing class: {name}", name=word(edition, rate.billing_class).lower()),
        modifiers_said(edition, rate.modifiers),
        edition.say("for {unit}", unit=rate.drug_unit) if rate.drug_unit else "",
        rate.negotiated_type,
        rate.arrangement or "",
        rate.additional_information or "",
        publisher,
        rate.period,
    )
    return "; ".join(filter(None, parts))


def modifiers_said(edition: Edition, modifiers: Sequence[str]) -> str:
    """The modifiers a price is for."""
    if not modifiers:
        return edition.say("without modifier")
    return edition.say("with modifier {codes}", codes=edition.listed(modifiers))


def _places(edition: Edition, rate: Rate) -> str:
    if rate.places == ("all",):
        return edition.say("every place of service")
    if not rate.places:
        return ""
    return edition.say("place of service {codes}", codes=edition.listed(rate.places))


def medicare_level(edition: Edition, rate: Rate) -> tuple[str, Decimal] | None:
    """Medicare's setting like that of a rate, and its national payment there.

    Only professional rates of the whole service compare with the physician fee schedule, and
    only where every place of service they hold in takes the same of its two amounts (42 CFR
    414.22). A file's `setting` does not say that: an office is outpatient, too.
    """
    mpfs = edition.input.mpfs
    if mpfs is None or rate.billing_class != "professional" or rate.modifiers or rate.drug_unit:
        return None
    settings = {POS[place].rate if place in POS else None for place in rate.places}
    if settings == {"facility"}:
        payment = mpfs.facility_payment
    elif settings == {"nonfacility"}:
        payment = mpfs.nonfacility_payment
    else:
        return None
    return (str(settings.pop()), payment) if payment else None


def against_medicare(edition: Edition, rate: Rate) -> str:
    """The median as a share of Medicare's national payment in the like setting, in percent.

    One price alone stands for itself where there are too few for a median.
    """
    level = medicare_level(edition, rate)
    price = rate.p50 if rate.p50 is not None or rate.low != rate.high else rate.low
    if level is None or price is None:
        return "—"
    return f"{rounded(price / level[1] * 100, 0)} %"


def span(edition: Edition, low: Decimal | None, high: Decimal | None) -> str:
    """Two prices as a stretch, one where they are the same, a dash where one is not known."""
    if low is None or high is None:
        return "—"
    if low == high:
        return money(low)
    return edition.say("{low} to {high}", low=money(low), high=money(high))
