"""Set payment by locality: the localities in the order of what is paid, with a dot each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportkit.assemble.document import Cell, Column, Ground, Plain, Plot
from reportkit.assemble.edition import Amount, Edition, record_row
from reportkit.assemble.fee_table import part_name
from reportkit.assemble.figures import sourced
from reportkit.assemble.labels import word
from reportkit.assemble.part import Part, table
from reportkit.model.fees import ComponentPayment, LocalityPayment, Mpfs


def localities_parts(edition: Edition, mpfs: Mpfs) -> tuple[Part, ...]:
    """The table of localities; none where nothing is priced in any.

    The dots show the non-facility amount, or the only one there is.
    """
    if not any(_is_priced(locality) for locality in mpfs.localities):
        return ()
    parts = [part.modifier for part in mpfs.components]
    ordered = sorted(mpfs.localities, key=lambda locality: -(_drawn(locality) or Decimal(0)))
    amounts = [paid for paid in map(_amount, mpfs.localities) if paid is not None]
    national = mpfs.nonfacility_payment or mpfs.facility_payment
    field = "nonfacility_payment" if mpfs.nonfacility_payment else "facility_payment"
    columns = [
        Column(edition.say("Locality")),
        Column(edition.say("Work"), "figure"),
        Column(edition.say("Expense"), "figure"),
        Column(edition.say("Malpractice"), "figure"),
        Column(word(edition, "nonfacility"), "figure"),
        Column(word(edition, "facility"), "figure"),
        *(Column(_part_title(edition, mpfs, modifier), "figure") for modifier in parts),
    ]
    ends = None
    if amounts:
        drawn = [*amounts, *([] if national is None else [Amount(national, f"mpfs.{field}")])]
        low, high = min(drawn), max(drawn)
        ends = (low.value, high.value)
        columns.append(edition.scale(low, high))
    rows = (
        record_row(
            "locality",
            "input.mpfs.localities",
            locality,
            *_cells(edition, locality, parts),
            *_dot(locality, ends, national),
        )
        for locality in ordered
    )
    title = edition.say("Payment by locality")
    caption = edition.say("Geographic practice cost indexes and payment, highest first")
    line: tuple[Plain, ...] = ()
    if national is not None:
        caption = edition.with_line(caption, edition.say("national"), national)
        line = (sourced(edition.exact_money(national), f"mpfs.{field}", national),)
    made = table(edition, "localities-table", caption, tuple(columns), rows, "mpfs", figures=line)
    return (Part("localities", title, made),)


def _amount(locality: LocalityPayment) -> Amount | None:
    """The amount that is drawn of a locality, with its place in the data."""
    paid = _drawn(locality)
    field = "nonfacility_payment" if locality.nonfacility_payment else "facility_payment"
    where = f"mpfs.localities[{locality.locality}].{field}"
    return None if paid is None else Amount(paid, where)


def _part_title(edition: Edition, mpfs: Mpfs, modifier: str) -> str:
    """The name of a part, and of both settings where they are paid apart."""
    name = part_name(edition, modifier)
    paid = (part for place in mpfs.localities for part in place.components)
    if not any(part.modifier == modifier and _is_paid_apart(part) for part in paid):
        return name
    return edition.say("{part}, non-facility / facility", part=name)


def _cells(edition: Edition, locality: LocalityPayment, parts: Sequence[str]) -> Iterator[Cell]:
    where = f"mpfs.localities[{locality.locality}]"

    def ground(name: str) -> Ground:
        return Ground(f"{where}.{name}", str(getattr(locality, name)))

    yield Plain(f"{locality.locality} {locality.name}")
    yield Plain(edition.index(locality.work_gpci), ground("work_gpci"))
    yield Plain(edition.index(locality.pe_gpci), ground("pe_gpci"))
    yield Plain(edition.index(locality.mp_gpci), ground("mp_gpci"))
    for field in ("nonfacility_payment", "facility_payment"):
        amount = getattr(locality, field)
        yield Plain(edition.money(amount), None if amount is None else ground(field))
    paid = {part.modifier: part for part in locality.components}
    for modifier in parts:
        yield _part(edition, paid.get(modifier), f"{where}.components[{modifier}]")


def _part(edition: Edition, part: ComponentPayment | None, where: str) -> Plain:
    """What is paid for a part; the amounts of both settings where they differ."""
    if part is None or _drawn(part) is None:
        return Plain("—")
    office, facility = part.nonfacility_payment, part.facility_payment
    if _is_paid_apart(part):
        both = f"{where}.nonfacility_payment, {where}.facility_payment"
        return Plain(
            f"{edition.money(office)} / {edition.money(facility)}",
            Ground(both, f"{office}, {facility}"),
        )
    field = "facility_payment" if office is None else "nonfacility_payment"
    amount = _drawn(part)
    return Plain(edition.money(amount), Ground(f"{where}.{field}", str(amount)))


def _is_paid_apart(part: ComponentPayment) -> bool:
    """Whether both settings have an amount, and not the same."""
    paid = {part.nonfacility_payment, part.facility_payment}
    return len(paid) > 1 and None not in paid


def _dot(
    locality: LocalityPayment, ends: tuple[Decimal, Decimal] | None, national: Decimal | None
) -> Iterator[Cell]:
    if ends is not None:
        yield Plot(ends[1], bottom=ends[0], dot=_drawn(locality), line=national)


def _is_priced(locality: LocalityPayment) -> bool:
    priced = any(_drawn(part) is not None for part in locality.components)
    return priced or _drawn(locality) is not None


def _drawn(paid: LocalityPayment | ComponentPayment) -> Decimal | None:
    return paid.nonfacility_payment or paid.facility_payment
