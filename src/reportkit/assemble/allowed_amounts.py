"""Make the table of what hospitals say of the amounts that payers allowed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportkit.assemble.document import Cell, Column, Ground, Paragraph, Plain
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.figures import modifiers_said, payer_name
from reportkit.assemble.labels import word
from reportkit.assemble.part import Part, table
from reportkit.model.rates import AllowedAmounts


def allowed_amounts(edition: Edition, allowed: Sequence[AllowedAmounts]) -> Part:
    """Hospitals' own statistics, in the order of the input, with a word on what they are."""
    title = edition.say("Amounts allowed, as hospitals state them")
    note = edition.say(
        "Where a negotiated charge is a percentage or a formula, a hospital states what the payer "
        "allowed over about a year: its own median and percentiles of its remittances. They are "
        "no rates and are not compared with them."
    )
    columns = (
        Column(edition.say("Hospital")),
        Column(edition.say("Plan")),
        Column(edition.say("Basis")),
        Column(edition.say("Remittances"), "figure"),
        Column(edition.say("10th percentile"), "figure"),
        Column(edition.say("Median"), "figure"),
        Column(edition.say("90th percentile"), "figure"),
    )
    rows = (
        record_row(
            "allowed-amounts", "input.allowed_amounts", amounts, *_cells(edition, place, amounts)
        )
        for place, amounts in enumerate(allowed)
    )
    caption = edition.say("Remittances of each plan")
    made = table(edition, "allowed-amounts-table", caption, columns, rows, "allowed_amounts")
    return Part("allowed-amounts", title, (Paragraph(Plain(note)), *made))


def _cells(edition: Edition, place: int, amounts: AllowedAmounts) -> Iterator[Cell]:
    def ground(name: str, value: Decimal | str | None) -> Ground | None:
        return None if value is None else Ground(f"allowed_amounts[{place}].{name}", str(value))

    yield Plain(amounts.hospital)
    yield Plain(f"{payer_name(edition, amounts.payer)}, {amounts.plan}")
    yield Plain(_basis(edition, amounts))
    yield Plain(amounts.count or edition.say("not stated"), ground("count", amounts.count))
    for name, value in (
        ("p10", amounts.p10),
        ("median", amounts.median),
        ("p90", amounts.p90),
    ):
        yield Plain(edition.money(value), ground(name, value))


def _basis(edition: Edition, amounts: AllowedAmounts) -> str:
    parts = (
        word(edition, amounts.setting),
        edition.say("billing class: {name}", name=word(edition, amounts.billing_class).lower()),
        modifiers_said(edition, amounts.modifiers),
        amounts.methodology,
        amounts.period,
    )
    return "; ".join(parts)
