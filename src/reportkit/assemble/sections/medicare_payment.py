"""Edition in, Medicare payment out: RVUs and payment by setting, center and locality rates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportkit.assemble.document import Block, Column, Facts, Paragraph, Plain, Row, Text
from reportkit.assemble.edition import Edition, record_row, row
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.part import Part, gaps_of, provenance_line, table
from reportkit.assemble.payment_charts import history_part, setting_chart
from reportkit.model.input import Asc, Mpfs, OppsCap
from reportkit.workspace.figures import money


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
            parts.append(_localities(edition, mpfs))
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
        factor=mpfs.conversion_factor,
    )
    chart = setting_chart(edition, mpfs, caption)
    return table(edition, "payment", caption, columns, _settings(edition, mpfs), "mpfs", chart)


def _settings(edition: Edition, mpfs: Mpfs) -> Iterator[Row]:
    for setting in ("nonfacility", "facility"):
        payment = getattr(mpfs, f"{setting}_payment")
        shown = edition.say("Not priced here") if payment is None else money(payment)
        yield row(
            "payment",
            setting,
            Plain(word(edition, setting)),
            Plain(str(mpfs.work_rvu)),
            Plain(str(getattr(mpfs, f"{setting}_pe_rvu"))),
            Plain(str(mpfs.mp_rvu)),
            Plain(str(getattr(mpfs, f"{setting}_total"))),
            Plain(shown),
        )


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
                Plain(money(total * mpfs.conversion_factor)),
                Plain(money(units * mpfs.conversion_factor)),
                Plain(money(paid)),
            )


def _localities(edition: Edition, mpfs: Mpfs) -> Part:
    columns = (
        Column(edition.say("Locality")),
        Column(edition.say("Work"), "figure"),
        Column(edition.say("Expense"), "figure"),
        Column(edition.say("Malpractice"), "figure"),
        Column(word(edition, "nonfacility"), "figure"),
        Column(word(edition, "facility"), "figure"),
    )
    rows = (
        record_row("locality", "input.mpfs.localities", each, Plain(f"{each.locality} {each.name}"),
            Plain(str(each.work_gpci)), Plain(str(each.pe_gpci)), Plain(str(each.mp_gpci)),
            Plain(_money(each.nonfacility_payment)), Plain(_money(each.facility_payment)))
        for each in mpfs.localities
    )  # fmt: skip
    title = edition.say("Payment by locality")
    caption = edition.say("Geographic practice cost indexes and payment by locality")
    made = table(edition, "localities-table", caption, columns, rows, "mpfs")
    return Part("localities", title, made)


def _center(edition: Edition, asc: Asc) -> Part:
    pairs: list[tuple[str, Text]] = [
        (edition.say("Payment indicator"), Plain(asc.payment_indicator)),
        (edition.say("Center payment rate"), Plain(_money(asc.payment_rate))),
        (edition.say("Ambulatory payment classification"), Plain(asc.apc or "—")),
        (edition.say("Outpatient hospital payment rate"), Plain(_money(asc.opps_payment_rate))),
    ]
    source = provenance_line(edition, "asc")
    if source is not None:
        pairs.append((edition.say("Source"), Plain(source)))
    title = edition.say("Ambulatory surgical center and outpatient hospital")
    return Part("center-payment", title, (Facts("center-facts", tuple(pairs)),))


def _money(amount: Decimal | None) -> str:
    return "—" if amount is None else money(amount)
