"""Set what Medicare pays for equipment and supplies: by modifier, and in which states how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reportkit.assemble.document import Block, Codes, Column, Ground, Plain, Row
from reportkit.assemble.edition import Edition, row
from reportkit.assemble.figures import place_of_release, sourced
from reportkit.assemble.part import Part, table
from reportkit.model.equipment import (
    CATEGORIES,
    JURISDICTIONS,
    Dmepos,
    DmeposQuarter,
    EquipmentAmount,
    EquipmentRate,
)

ENDS: Final = ("lowest", "highest")
"""What figures call the two ends of the amounts of a rate."""


def equipment_part(edition: Edition, dmepos: Dmepos) -> Part:
    """The rates of the code, then the amounts with their states, then earlier quarters."""
    blocks = (*_rates(edition, dmepos), *_states(edition, dmepos), *_history(edition, dmepos))
    return Part("equipment", edition.say("Equipment and supplies"), blocks)


def _rates(edition: Edition, dmepos: Dmepos) -> tuple[Block, ...]:
    columns = (
        Column(edition.say("Modifier"), "code"),
        Column(edition.say("Kind of payment")),
        Column(edition.say("Claim goes to")),
        Column(edition.say("Lowest"), "figure"),
        Column(edition.say("Highest"), "figure"),
        Column(edition.say("Floor"), "figure"),
        Column(edition.say("Ceiling"), "figure"),
    )
    rows = (
        row(
            "equipment",
            _named(rate) or "none",
            Plain(_named(rate) or "—"),
            Plain(_meaning(edition, CATEGORIES, rate.category)),
            Plain(_meaning(edition, JURISDICTIONS, rate.jurisdiction)),
            *_bounds(edition, rate, "dmepos"),
            *_limits(edition, rate),
        )
        for rate in dmepos.rates
    )
    caption = edition.say("Fees for equipment and supplies, {release}", release=dmepos.release)
    return table(edition, "equipment-table", caption, columns, rows, "dmepos")


def _states(edition: Edition, dmepos: Dmepos) -> tuple[Block, ...]:
    has_rural = any(amount.rural for rate in dmepos.rates for amount in rate.amounts)
    columns = (
        Column(edition.say("Modifier"), "code"),
        Column(edition.say("Outside rural areas"), "figure"),
        *([Column(edition.say("Rural areas"), "figure")] if has_rural else []),
        Column(edition.say("States"), "code"),
    )
    rows = [
        amount_row
        for rate in dmepos.rates
        for amount_row in _amounts(edition, rate, rural=has_rural)
    ]
    caption = edition.say("Amounts and the states that pay them")
    return table(edition, "equipment-states", caption, columns, rows) if rows else ()


def _amounts(edition: Edition, rate: EquipmentRate, *, rural: bool) -> Iterator[Row]:
    where = f"dmepos.rates[{' '.join(rate.modifiers)}].amounts"
    for number, amount in enumerate(rate.amounts, start=1):
        paid = (amount.nonrural, amount.rural) if rural else (amount.nonrural,)
        yield row(
            "equipment-states",
            f"{_named(rate)} {number}",
            Plain(_named(rate) or "—"),
            *(
                sourced(edition.exact_money(dollars), f"{where}[{number}].{field}", dollars)
                for field, dollars in zip(("nonrural", "rural"), paid, strict=False)
            ),
            Codes(amount.states, Ground(f"{where}[{number}].states", ", ".join(amount.states))),
        )


def _history(edition: Edition, dmepos: Dmepos) -> tuple[Block, ...]:
    if not dmepos.history:
        return ()
    columns = (
        Column(edition.say("Quarter")),
        Column(edition.say("Modifier"), "code"),
        Column(edition.say("Lowest"), "figure"),
        Column(edition.say("Highest"), "figure"),
    )
    quarters: tuple[DmeposQuarter, ...] = (*dmepos.history, dmepos)
    rows = (
        row(
            "equipment-history",
            f"{quarter.release} {_named(rate)}",
            Plain(quarter.release),
            Plain(_named(rate) or "—"),
            *_bounds(edition, rate, place_of_release("dmepos", quarter.release, dmepos.release)),
        )
        for quarter in quarters
        for rate in quarter.rates
    )
    caption = edition.say("Fees for equipment and supplies over quarters")
    return table(edition, "equipment-history-table", caption, columns, rows)


def _named(rate: EquipmentRate) -> str:
    return ", ".join(rate.modifiers)


def _meaning(edition: Edition, table_of: dict[str, str], value: str | None) -> str:
    if value is None:
        return "—"
    return edition.say(table_of[value]) if value in table_of else value


def _bounds(edition: Edition, rate: EquipmentRate, where: str) -> Iterator[Plain]:
    """The lowest and the highest amount, with the rate they are of."""
    for name, amount in zip(ENDS, ends(rate.amounts), strict=True):
        field = f"{where}.rates[{' '.join(rate.modifiers)}].amounts.{name}"
        yield sourced(edition.exact_money(amount), field, amount)


def _limits(edition: Edition, rate: EquipmentRate) -> Iterator[Plain]:
    """The least and the most that is paid in the contiguous states, where the file sets them."""
    where = f"dmepos.rates[{' '.join(rate.modifiers)}]"
    yield sourced(edition.exact_money(rate.floor), f"{where}.floor", rate.floor)
    yield sourced(edition.exact_money(rate.ceiling), f"{where}.ceiling", rate.ceiling)


def ends(amounts: Sequence[EquipmentAmount]) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and the highest amount of any state, in any area."""
    paid = [
        amount for by_state in amounts for amount in (by_state.nonrural, by_state.rural) if amount
    ]
    return (min(paid), max(paid)) if paid else (None, None)
