"""Set the outpatient cap on imaging beside what the relative value units would make."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportkit.assemble.document import Column, Paragraph, Plain, Row
from reportkit.assemble.edition import Edition, row
from reportkit.assemble.fee_table import SETTINGS, part_name, parts_of
from reportkit.assemble.labels import word
from reportkit.assemble.part import Part, table
from reportkit.model.fees import Component, Mpfs
from reportkit.model.payment_systems import CONTRACTOR


def cap_parts(edition: Edition, mpfs: Mpfs) -> tuple[Part, ...]:
    """The table of capped amounts, of the whole service and of its parts; none without a cap."""
    key = "opps-cap"
    rows = tuple(_rows(edition, mpfs, key))
    if not rows:
        return ()
    title = edition.say("Outpatient cap on imaging")
    note = edition.say(
        "Medicare pays the technical part of imaging no more than it pays an outpatient "
        "hospital. The payment is the lower of the two amounts."
    )
    columns = (
        *([Column(edition.say("Part"))] if mpfs.components else []),
        Column(edition.say("Setting")),
        Column(edition.say("By relative value units"), "figure"),
        Column(edition.say("Outpatient cap"), "figure"),
        Column(edition.say("National payment"), "figure"),
    )
    made = table(edition, f"{key}-table", title, columns, rows, "mpfs")
    return (Part(key, title, (Paragraph(Plain(note)), *made)),)


def _rows(edition: Edition, mpfs: Mpfs, key: str) -> Iterator[Row]:
    for part in parts_of(mpfs):
        for setting in SETTINGS:
            if part.opps_cap is not None and not getattr(part, f"{setting}_na"):
                modifier = part.modifier if isinstance(part, Component) else None
                cells = [Plain(word(edition, setting)), *_amounts(edition, mpfs, part, setting)]
                if mpfs.components:
                    cells.insert(0, Plain(part_name(edition, modifier)))
                yield row(key, f"{setting} {modifier or ''}", *cells)


def _amounts(edition: Edition, mpfs: Mpfs, part: Mpfs | Component, setting: str) -> Iterator[Plain]:
    """What units make, what the cap makes, and what is paid; contractors set it where none is."""
    cap, paid = part.opps_cap, getattr(part, f"{setting}_payment")
    total: Decimal = getattr(part, f"{setting}_total")
    if cap is None:
        return
    expense: Decimal = getattr(cap, f"{setting}_pe_rvu")
    if part.status == CONTRACTOR and not total:
        # The file has no work units here, so the cap in dollars is not known.
        yield Plain("—")
        yield Plain(edition.say("{expense} practice expense and {malpractice} malpractice RVU",
                                expense=edition.number(expense),
                                malpractice=edition.number(cap.mp_rvu)))  # fmt: skip
        yield Plain(edition.say("Set by the contractor"))
        return
    yield Plain(edition.money(total * mpfs.conversion_factor))
    yield Plain(edition.money((part.work_rvu + expense + cap.mp_rvu) * mpfs.conversion_factor))
    yield Plain(edition.money(paid))
