"""Edition in, Medicare payment out: RVUs and payment by setting, center and locality rates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportkit.assemble.document import Block, Column, Facts, Ground, Paragraph, Plain, Row, Text
from reportkit.assemble.edition import Edition, row
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.localities import localities_part
from reportkit.assemble.part import Part, gaps_of, provenance_line, table
from reportkit.assemble.payment_history import history_part
from reportkit.model.edits import Asc
from reportkit.model.fees import Mpfs, OppsCap
from reportkit.model.indicators import CENTER_PAYMENT


def medicare_payment(edition: Edition) -> Part:
    """Relative value units and payment amounts, each with its source."""
    mpfs, asc = edition.input.mpfs, edition.input.asc
    blocks: list[Block] = []
    parts: list[Part] = []
    if mpfs is not None:
        blocks += _values(edition, mpfs)
        if mpfs.history:
            parts.append(history_part(edition, mpfs))
        if mpfs.opps_cap is not None:
            parts.append(_cap(edition, mpfs, mpfs.opps_cap))
        if mpfs.localities:
            parts.append(localities_part(edition, mpfs))
    if asc is not None:
        parts.append(_center(edition, asc))
    blocks += gaps_of(edition, "medicare-payment")
    return Part("medicare-payment", section_title(edition, "medicare-payment"),
                tuple(blocks), tuple(parts))  # fmt: skip


def _values(edition: Edition, mpfs: Mpfs) -> tuple[Block, ...]:
    columns = (
        Column(edition.say("Setting")),
        Column(edition.say("Work RVU"), "figure"),
        Column(edition.say("Practice expense RVU"), "figure"),
        Column(edition.say("Malpractice RVU"), "figure"),
        Column(edition.say("Total RVU"), "figure"),
        Column(edition.say("National payment"), "figure"),
    )
    caption = edition.say(
        "Relative value units and national payment at conversion factor {factor}",
        factor=edition.number(mpfs.conversion_factor),
    )
    return table(edition, "payment", caption, columns, _settings(edition, mpfs), "mpfs")


def _settings(edition: Edition, mpfs: Mpfs) -> Iterator[Row]:
    for setting in ("nonfacility", "facility"):
        payment = getattr(mpfs, f"{setting}_payment")
        shown = edition.say("Not priced here") if payment is None else edition.money(payment)
        yield row(
            "payment",
            setting,
            Plain(word(edition, setting)),
            _units(edition, mpfs, "work_rvu"),
            _units(edition, mpfs, f"{setting}_pe_rvu"),
            _units(edition, mpfs, "mp_rvu"),
            _units(edition, mpfs, f"{setting}_total"),
            Plain(shown, Ground(f"mpfs.{setting}_payment", str(payment))),
        )


def _units(edition: Edition, mpfs: Mpfs, field: str) -> Plain:
    value: Decimal = getattr(mpfs, field)
    return Plain(edition.number(value), Ground(f"mpfs.{field}", str(value)))


def _cap(edition: Edition, mpfs: Mpfs, cap: OppsCap) -> Part:
    title = edition.say("Outpatient cap on imaging")
    note = edition.say(
        "Medicare pays the technical part of imaging no more than it pays an outpatient "
        "hospital. The payment is the lower of the two amounts."
    )
    columns = (
        Column(edition.say("Setting")),
        Column(edition.say("By relative value units"), "figure"),
        Column(edition.say("Outpatient cap"), "figure"),
        Column(edition.say("National payment"), "figure"),
    )
    key = "opps-cap"
    rows = _capped(edition, mpfs, cap, key)
    made = table(edition, f"{key}-table", title, columns, rows, "mpfs")
    return Part(key, title, (Paragraph(Plain(note)), *made))


def _capped(edition: Edition, mpfs: Mpfs, cap: OppsCap, key: str) -> Iterator[Row]:
    settings = (
        ("nonfacility", mpfs.nonfacility_payment, mpfs.nonfacility_total, cap.nonfacility_pe_rvu),
        ("facility", mpfs.facility_payment, mpfs.facility_total, cap.facility_pe_rvu),
    )
    for setting, paid, total, expense in settings:
        if paid is not None:
            units = mpfs.work_rvu + expense + cap.mp_rvu
            yield row(
                key,
                setting,
                Plain(word(edition, setting)),
                Plain(edition.money(total * mpfs.conversion_factor)),
                Plain(edition.money(units * mpfs.conversion_factor)),
                Plain(edition.money(paid)),
            )


def _center(edition: Edition, asc: Asc) -> Part:
    pairs: list[tuple[str, Text]] = [
        (edition.say("Payment indicator"), _indicator(edition, asc)),
        (edition.say("Center payment rate"), _rate(edition, asc, "payment_rate")),
        (edition.say("Several procedures"), Plain(_discount(edition, asc))),
        (edition.say("Ambulatory payment classification"), Plain(asc.apc or "—")),
        (edition.say("Outpatient hospital payment rate"), _rate(edition, asc, "opps_payment_rate")),
    ]
    source = provenance_line(edition, "asc")
    if source is not None:
        pairs.append((edition.say("Source"), Plain(source)))
    title = edition.say("Ambulatory surgical center and outpatient hospital")
    return Part("center-payment", title, (Facts("center-facts", tuple(pairs)),))


def _indicator(edition: Edition, asc: Asc) -> Plain:
    value = asc.payment_indicator
    meaning = CENTER_PAYMENT.values.get(value)
    words = f"{value}: {edition.say(meaning.meaning)}" if meaning else value
    return Plain(words, Ground("asc.payment_indicator", value))


def _rate(edition: Edition, asc: Asc, field: str) -> Plain:
    value: Decimal | None = getattr(asc, field)
    return Plain(edition.money(value), Ground(f"asc.{field}", str(value)))


def _discount(edition: Edition, asc: Asc) -> str:
    if asc.multiple_procedure_discount:
        return edition.say("The rates of all but the dearest are halved")
    return edition.say("Not reduced beside another procedure")
