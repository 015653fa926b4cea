"""Set the outpatient cap on imaging beside what the relative value units would make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.assemble.document import Column, Paragraph, Plain, Row
from reportkit.assemble.edition import Edition, row
from reportkit.assemble.fee_table import SETTINGS, part_name, parts_of
from reportkit.assemble.figures import sourced
from reportkit.assemble.labels import word
from reportkit.assemble.part import Part, table
from reportkit.assemble.roundings import TO_THE_CENT
from reportkit.model.fees import Component, Mpfs
from reportkit.model.payment_systems import CONTRACTOR, PROFESSIONAL

BY_FACTOR: Final = ", mpfs.conversion_factor, multiplied"
"""Stands in a ground behind the fields of units that the conversion factor makes dollars."""


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
    caption = edition.say("Both amounts, and the payment")
    made = table(edition, f"{key}-table", caption, columns, rows, "mpfs")
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
    cap, total = part.opps_cap, getattr(part, f"{setting}_total")
    if cap is None:
        return
    worker = _worker(mpfs, part)
    units = worker.work_rvu + getattr(cap, f"{setting}_pe_rvu") + cap.mp_rvu
    where, of_cap = _where(part), f"{_where(part)}.opps_cap"
    fields = f"{_where(worker)}.work_rvu + {of_cap}.{setting}_pe_rvu + {of_cap}.mp_rvu"
    if total:
        made = total * mpfs.conversion_factor
        yield sourced(edition.money(made), f"{where}.{setting}_total{BY_FACTOR}", made, TO_THE_CENT)
    else:
        yield Plain("—")
    capped = units * mpfs.conversion_factor
    yield sourced(edition.money(capped), f"{fields}{BY_FACTOR}", capped, TO_THE_CENT)
    if part.status == CONTRACTOR:
        yield Plain(edition.say("Set by the contractor"))
    else:
        paid = getattr(part, f"{setting}_payment")
        yield sourced(edition.money(paid), f"{where}.{setting}_payment", paid)


def _where(part: Mpfs | Component) -> str:
    return f"mpfs.components[{part.modifier}]" if isinstance(part, Component) else "mpfs"


def _worker(mpfs: Mpfs, part: Mpfs | Component) -> Mpfs | Component:
    """The part whose units of work stand under the cap: the reading, of what contractors price.

    CMS's own table of capped amounts (OPPSCAP) has them in it.
    """
    if isinstance(part, Component) or part.status != CONTRACTOR:
        return part
    return next((row for row in mpfs.components if row.modifier == PROFESSIONAL), part)
