"""Make payment by locality: the localities in the order of what is paid, with a dot each."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportkit.assemble.document import Cell, Column, Ground, Plain, Plot
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.labels import word
from reportkit.assemble.part import Part, table
from reportkit.model.fees import LocalityPayment, Mpfs


def localities_part(edition: Edition, mpfs: Mpfs) -> Part:
    """The table of localities; the dots show the non-facility amount, or the only one there is."""
    ordered = sorted(mpfs.localities, key=lambda locality: -(_drawn(locality) or Decimal(0)))
    amounts = [paid for paid in map(_drawn, mpfs.localities) if paid is not None]
    national = mpfs.nonfacility_payment or mpfs.facility_payment
    columns = [
        Column(edition.say("Locality")),
        Column(edition.say("Work"), "figure"),
        Column(edition.say("Expense"), "figure"),
        Column(edition.say("Malpractice"), "figure"),
        Column(word(edition, "nonfacility"), "figure"),
        Column(word(edition, "facility"), "figure"),
    ]
    ends = None
    if amounts:
        drawn = [*amounts, *([] if national is None else [national])]
        ends = (min(drawn), max(drawn))
        columns.append(Column(edition.scale(*ends), "plot"))
    rows = (
        record_row("locality", "input.mpfs.localities", locality,
            *_cells(edition, locality, ends, national))
        for locality in ordered
    )  # fmt: skip
    title = edition.say("Payment by locality")
    caption = edition.say("Geographic practice cost indexes and payment, highest first")
    if national is not None:
        caption = edition.with_line(caption, edition.say("national"), national)
    made = table(edition, "localities-table", caption, tuple(columns), rows, "mpfs")
    return Part("localities", title, made)


def _cells(
    edition: Edition,
    locality: LocalityPayment,
    ends: tuple[Decimal, Decimal] | None,
    national: Decimal | None,
) -> Iterator[Cell]:
    def ground(name: str) -> Ground:
        return Ground(f"mpfs.localities[{locality.locality}].{name}", str(getattr(locality, name)))

    yield Plain(f"{locality.locality} {locality.name}")
    yield Plain(edition.number(locality.work_gpci), ground("work_gpci"))
    yield Plain(edition.number(locality.pe_gpci), ground("pe_gpci"))
    yield Plain(edition.number(locality.mp_gpci), ground("mp_gpci"))
    yield Plain(edition.money(locality.nonfacility_payment), ground("nonfacility_payment"))
    yield Plain(edition.money(locality.facility_payment), ground("facility_payment"))
    if ends is not None:
        yield Plot(ends[1], bottom=ends[0], dot=_drawn(locality), line=national)


def _drawn(locality: LocalityPayment) -> Decimal | None:
    return locality.nonfacility_payment or locality.facility_payment
