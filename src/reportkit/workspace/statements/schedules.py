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
    said = writer.say(
        "Medicare pays anesthesia by base units and by time, one unit for {minutes} minutes: an "
        "hour comes to ({base} base units + {units} time units) × {factor} = {amount}, before it "
        "is adjusted to a locality.",
        minutes=MINUTES_A_UNIT,
        base=writer.number(Decimal(base)),
        units=units,
        factor=writer.number(Decimal(factor)),
        amount=writer.money((base + units) * factor),
    )
    other = held.qualifying_factor
    if other is None:
        return said
    also = writer.say(
        "Qualifying participants in an advanced alternative payment model are paid by a factor of "
        "{factor}, which comes to {amount}.",
        factor=writer.number(other),
        amount=writer.money((base + units) * other),
    )
    return f"{said} {also}"


@statement("payment", "dmepos.rates")
def equipment_fees(data: ProvidedInput, writer: Writer) -> str:
    """What is paid for equipment and supplies, from the lowest to the highest state."""
    rates = data.dmepos.rates if data.dmepos is not None else ()
    ranges = [
        writer.say(
            "{modifier} {low} to {high}",
            modifier=", ".join(rate.modifiers),
            low=writer.money(min(paid)),
            high=writer.money(max(paid)),
        ).strip()
        for rate in rates
        if (
            paid := [
                amount
                for group in rate.amounts
                for amount in (group.nonrural, group.rural)
                if amount
            ]
        )
    ]
    if not ranges:
        return writer.say("Medicare has no fee for this code in any state.")
    return writer.say("By state Medicare pays {ranges}.", ranges=writer.listed(ranges))


@statement("related-codes", "add_ons.edits")
def add_on_codes(data: ProvidedInput, writer: Writer) -> str:
    """Beside which codes an add-on is paid, or which add-ons go with the code."""
    edits = data.add_ons.edits if data.add_ons is not None else ()
    primaries = sorted(
        {edit.primary for edit in edits if edit.add_on == data.code and edit.primary}
    )
    if primaries:
        return writer.say(
            "{code} is an add-on code, which Medicare pays beside {codes} and never alone.",
            code=data.code,
            codes=writer.listed(primaries),
        )
    if any(edit.add_on == data.code for edit in edits):
        return writer.say(
            "{code} is an add-on code, which Medicare pays beside codes that its contractors name "
            "and never alone.",
            code=data.code,
        )
    codes = sorted({edit.add_on for edit in edits})
    if not codes:
        return writer.say("No add-on code goes with this code.")
    if len(codes) == 1:
        return writer.say("The add-on code that goes with this code is {code}.", code=codes[0])
    return writer.say(
        "The add-on codes that go with this code are {codes}.", codes=writer.listed(codes)
    )


@statement("sites", "telehealth")
def telehealth_list(data: ProvidedInput, writer: Writer) -> str:
    """Whether Medicare lists the code among its telehealth services."""
    year = data.telehealth.release if data.telehealth is not None else ""
    if data.telehealth is not None and not data.telehealth.listed:
        return writer.say(
            "Medicare does not list the code among its telehealth services of {year}.", year=year
        )
    return writer.say("Medicare lists the code among its telehealth services of {year}.", year=year)


@statement("utilization modifiers", "billed_modifiers.rows")
def billed_modifiers(data: ProvidedInput, writer: Writer) -> str:
    """Which modifiers were billed most often with the code."""
    held = data.billed_modifiers
    named = [line.modifier for line in (held.rows if held else ()) if line.modifier]
    if held is None or not named:
        return writer.say("No modifier was billed with the code.")
    return writer.say(
        "The modifiers billed most often with the code in {year} were {modifiers}.",
        year=held.release,
        modifiers=writer.listed(named[:3]),
    )


def _anesthesia(data: ProvidedInput) -> Anesthesia:
    if data.anesthesia is None:
        raise ValueError("a statement on anesthesia needs its units and factor")
    return data.anesthesia


STATEMENTS: Final[tuple[Statement, ...]] = (
    anesthesia_payment,
    equipment_fees,
    add_on_codes,
    telehealth_list,
    billed_modifiers,
)
