"""Say in one figure and a few words what a code is paid by the other schedules of Medicare."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportkit.assemble.document import Ground, Plain
from reportkit.assemble.edition import Edition
from reportkit.assemble.roundings import TO_THE_CENT
from reportkit.model.anesthesia import MINUTES_A_UNIT


def payments(edition: Edition) -> Iterator[tuple[Plain, str]]:
    """The figure of each schedule that pays the code, with what it is for."""
    data = edition.input
    for rate in data.clfs.rates if data.clfs is not None else ():
        if rate.modifier is None and rate.rate is not None:
            yield _money(edition, "clfs.rates[].rate", rate.rate), edition.say("For the test")
    if data.asp is not None and data.asp.payment_limit is not None:
        limit = _money(edition, "asp.payment_limit", data.asp.payment_limit)
        # CMS writes the unit in capitals: 1 MG.
        yield limit, edition.say("For {dosage} of the drug", dosage=data.asp.dosage.lower())
    held = data.anesthesia
    if held is not None and held.base_units is not None and held.national_factor is not None:
        hour = (held.base_units + 60 // MINUTES_A_UNIT) * held.national_factor
        made_of = "anesthesia.base_units, anesthesia.national_factor"
        ground = Ground(made_of, f"{held.base_units}, {held.national_factor}", TO_THE_CENT)
        yield Plain(edition.money(hour), ground), edition.say("For an hour of anesthesia")
    for fee in data.dmepos.rates if data.dmepos is not None else ():
        paid = [
            amount for group in fee.amounts for amount in (group.nonrural, group.rural) if amount
        ]
        if paid:
            ends = f"{edition.exact_money(min(paid))}–{edition.exact_money(max(paid))}"
            named = edition.say(
                "By state, with {modifiers}", modifiers=edition.listed(fee.modifiers)
            )
            where = f"dmepos.rates[{' '.join(fee.modifiers)}].amounts"
            ground = Ground(where, f"{min(paid)}, {max(paid)}")
            yield Plain(ends, ground), named if fee.modifiers else edition.say("By state")


def _money(edition: Edition, field: str, amount: Decimal) -> Plain:
    return Plain(edition.exact_money(amount), Ground(field, str(amount)))
