"""Set what Medicare pays: units and payment by setting, in localities, to centers and hospitals."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportkit.assemble.document import Block, Column, Facts, Ground, Plain, Row, Text
from reportkit.assemble.edition import Edition, row
from reportkit.assemble.fee_table import fee_blocks
from reportkit.assemble.figures import sourced
from reportkit.assemble.imaging_cap import cap_parts
from reportkit.assemble.labels import section_title
from reportkit.assemble.localities import localities_parts
from reportkit.assemble.other_schedules import other_schedules
from reportkit.assemble.part import Part, gaps_of, provenance_line, table
from reportkit.assemble.payment_history import history_parts
from reportkit.model.edits import Asc, CenterPayment
from reportkit.model.indicators import CENTER_PAYMENT


def medicare_payment(edition: Edition) -> Part:
    """Relative value units and payment amounts, each with its source."""
    mpfs, asc = edition.input.mpfs, edition.input.asc
    blocks: list[Block] = []
    parts: list[Part] = []
    if mpfs is not None:
        blocks += fee_blocks(edition, mpfs)
        parts += history_parts(edition, mpfs)
        parts += cap_parts(edition, mpfs)
        parts += localities_parts(edition, mpfs)
    if asc is not None:
        parts.append(_center(edition, asc))
    parts += other_schedules(edition)
    blocks += gaps_of(edition, "medicare-payment")
    return Part(
        "medicare-payment", section_title(edition, "medicare-payment"), tuple(blocks), tuple(parts)
    )


def _center(edition: Edition, asc: Asc) -> Part:
    pairs: list[tuple[str, Text]] = [
        (edition.say("Payment indicator"), _indicator(edition, asc)),
        *_rate(edition, asc, edition.say("Center rate"), "payment_rate"),
        *_discount(edition, asc),
        *(
            [(edition.say("APC class"), Plain(asc.apc, Ground("asc.apc", asc.apc)))]
            if asc.apc
            else []
        ),
        *_rate(edition, asc, edition.say("Hospital rate"), "opps_payment_rate"),
    ]
    source = provenance_line(edition, "asc")
    if source is not None:
        pairs.append((edition.say("Source"), Plain(source)))
    title = edition.say("Ambulatory surgical center and outpatient hospital")
    facts = Facts("center-facts", tuple(pairs))
    return Part("center-payment", title, (facts, *_center_history(edition, asc)))


def _center_history(edition: Edition, asc: Asc) -> tuple[Block, ...]:
    """The rates of earlier quarters, the current one last; nothing if there are none."""
    if not asc.history:
        return ()
    columns = (
        Column(edition.say("Quarter")),
        Column(edition.say("Payment indicator"), "code"),
        Column(edition.say("Center rate"), "figure"),
        Column(edition.say("Hospital rate"), "figure"),
    )
    rows = (
        *(_quarter(edition, quarter, f"asc.history[{quarter.release}]") for quarter in asc.history),
        _quarter(edition, asc, "asc"),
    )
    return table(
        edition, "center-history", edition.say("Center rates over quarters"), columns, rows
    )


def _quarter(edition: Edition, quarter: CenterPayment, where: str) -> Row:
    return row(
        "center-history",
        quarter.release,
        Plain(quarter.release),
        Plain(quarter.payment_indicator),
        *(
            sourced(edition.money(amount), f"{where}.{field}", amount)
            for field, amount in (
                ("payment_rate", quarter.payment_rate),
                ("opps_payment_rate", quarter.opps_payment_rate),
            )
        ),
    )


def _indicator(edition: Edition, asc: Asc) -> Plain:
    value = asc.payment_indicator
    meaning = CENTER_PAYMENT.values.get(value)
    words = f"{value}: {edition.say(meaning.meaning)}" if meaning else value
    return Plain(words, Ground("asc.payment_indicator", value))


def _rate(edition: Edition, asc: Asc, label: str, field: str) -> Iterator[tuple[str, Text]]:
    """A rate with its label; nothing where the files given hold none."""
    value: Decimal | None = getattr(asc, field)
    if value is not None:
        yield label, Plain(edition.money(value), Ground(f"asc.{field}", str(value)))


def _discount(edition: Edition, asc: Asc) -> Iterator[tuple[str, Text]]:
    """What becomes of the rate beside other procedures; nothing for what is no surgery."""
    if asc.multiple_procedure_discount is None:
        return
    said = (
        edition.say("The rates of all but the dearest are halved")
        if asc.multiple_procedure_discount
        else edition.say("Not reduced beside another procedure")
    )
    yield edition.say("Several procedures"), Plain(said)
