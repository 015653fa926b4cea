"""Say in one figure and a few words what a code is paid by the other schedules of Medicare."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportkit.assemble.document import Ground, Plain
from reportkit.assemble.edition import Edition
from reportkit.assemble.equipment import ENDS, ends
from reportkit.assemble.figures import dosage_said
from reportkit.assemble.roundings import TO_THE_CENT
from reportkit.model.anesthesia import MINUTES_A_UNIT
from reportkit.model.equipment import EquipmentRate
from reportkit.model.schedules import Asp

OF_AN_HOUR: Final = "anesthesia.base_units, anesthesia.national_factor, of an hour"
"""Stands in the ground of what an hour of anesthesia is paid."""


def of_an_hour(base_units: Decimal, factor: Decimal) -> Decimal:
    """What Medicare pays for an hour of anesthesia, in dollars (42 CFR 414.46)."""
    return (base_units + 60 // MINUTES_A_UNIT) * factor


def payments(edition: Edition) -> Iterator[tuple[Plain, str]]:
    """The figure of each schedule that pays the code, with what it is for and of which release."""
    data = edition.input
    if data.clfs is not None:
        for rate in data.clfs.rates:
            if rate.modifier is None and rate.rate is not None:
                words = _national(edition, edition.say("For the test"), data.clfs.release)
                yield _money(edition, "clfs.rates[].rate", rate.rate), words
    if data.asp is not None and data.asp.payment_limit is not None:
        limit = _money(edition, "asp.payment_limit", data.asp.payment_limit)
        words = edition.say("For {dosage} of the drug", dosage=dosage_said(data.asp.dosage))
        yield limit, _with_share(edition, _national(edition, words, data.asp.release), data.asp)
    held = data.anesthesia
    if held is not None and held.base_units is not None and held.national_factor is not None:
        hour = of_an_hour(held.base_units, held.national_factor)
        words = _national(edition, edition.say("For an hour of anesthesia"), held.release)
        yield Plain(edition.money(hour), Ground(OF_AN_HOUR, str(hour), TO_THE_CENT)), words
    if data.dmepos is not None:
        for fee in data.dmepos.rates:
            yield from _by_state(edition, fee, data.dmepos.release)


def _by_state(edition: Edition, fee: EquipmentRate, release: str) -> Iterator[tuple[Plain, str]]:
    """The lowest and the highest amount of a rate, where any state pays one."""
    low, high = ends(fee.amounts)
    if low is None or high is None:
        return
    where = f"dmepos.rates[{' '.join(fee.modifiers)}].amounts"
    ground = Ground(", ".join(f"{where}.{end}" for end in ENDS), f"{low}, {high}")
    words = edition.say("By state")
    if fee.modifiers:
        listed = edition.listed(fee.modifiers)
        words = edition.say("By state, with {modifiers}", modifiers=listed)
    shown = f"{edition.exact_money(low)}–{edition.exact_money(high)}"
    yield Plain(shown, ground), f"{words}, {release}"


def _with_share(edition: Edition, words: str, asp: Asp) -> str:
    """With what the patient owes of a drug, where the file says it."""
    if asp.coinsurance is None:
        return words
    percent = edition.exact_percent(asp.coinsurance)
    return edition.say("{words}; {percent} of it is the patient's", words=words, percent=percent)


def _national(edition: Edition, words: str, release: str) -> str:
    return edition.say("{words}, national amount of {release}", words=words, release=release)


def _money(edition: Edition, field: str, amount: Decimal) -> Plain:
    return Plain(edition.exact_money(amount), Ground(field, str(amount)))
