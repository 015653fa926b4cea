"""Write statements on what Medicare pays by its other schedules, as that of anesthesia."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reportkit.model.anesthesia import MINUTES_A_UNIT, Anesthesia
from reportkit.model.input import ProvidedInput
from reportkit.workspace.statements.statement import Statement, Writer, statement


@statement("payment", "anesthesia.base_units anesthesia.national_factor")
def anesthesia_payment(data: ProvidedInput, writer: Writer) -> str:
    """What an hour of anesthesia is paid: base and time units, times the factor."""
    held = _anesthesia(data)
    base, factor = held.base_units or 0, held.national_factor or 0
    units = 60 // MINUTES_A_UNIT
    return writer.say(
        "Medicare pays anesthesia by base units and by time, one unit for {minutes} minutes: an "
        "hour comes to ({base} base units + {units} time units) × {factor} = {amount}, before it "
        "is adjusted to a locality.",
        minutes=MINUTES_A_UNIT,
        base=writer.number(Decimal(base)),
        units=units,
        factor=writer.number(Decimal(factor)),
        amount=writer.money((base + units) * factor),
    )


@statement("payment", "dmepos.rates")
def equipment_fees(data: ProvidedInput, writer: Writer) -> str:
    """What is paid for equipment and supplies, from the lowest to the highest state."""
    rates = data.dmepos.rates if data.dmepos is not None else ()
    ranges = [
        writer.say("{modifier} {low} to {high}", modifier=", ".join(rate.modifiers),
                   low=writer.money(min(paid)), high=writer.money(max(paid))).strip()
        for rate in rates
        if (paid := [amount for group in rate.amounts
                     for amount in (group.nonrural, group.rural) if amount])
    ]  # fmt: skip
    if not ranges:
        return writer.say("Medicare has no fee for this code in any state.")
    return writer.say("By state Medicare pays {ranges}.", ranges=writer.listed(ranges))


def _anesthesia(data: ProvidedInput) -> Anesthesia:
    if data.anesthesia is None:
        raise ValueError("a statement on anesthesia needs its units and factor")
    return data.anesthesia


STATEMENTS: Final[tuple[Statement, ...]] = (anesthesia_payment, equipment_fees)
