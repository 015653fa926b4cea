"""Group negotiated rates by all that sets them apart, so that what is the same is said once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportkit.assemble.edition import Edition
from reportkit.assemble.figures import modifiers_said, payer_name
from reportkit.assemble.labels import word
from reportkit.model.edits import Asc
from reportkit.model.fees import Component, Mpfs
from reportkit.model.pos import POS
from reportkit.model.rates import Rate
from reportkit.model.schedules import Opps


@dataclass(frozen=True, slots=True)
class RateGroup:
    """Rates that may be compared with each other, the highest median first."""

    title: str
    """What they have in common."""
    rows: tuple[tuple[int, Rate], ...]
    """Each with its place among the rates of the input, from 0."""
    level: Level | None

    @property
    def rates(self) -> tuple[Rate, ...]:
        """The rates without their places."""
        return tuple(rate for _, rate in self.rows)


@dataclass(frozen=True, slots=True)
class Level:
    """What Medicare pays at the same place, to hold rates against."""

    name: str
    amount: Decimal
    field: str
    """Where the amount stands in the data."""


def rate_groups(edition: Edition, rates: Sequence[Rate]) -> tuple[RateGroup, ...]:
    """The groups in the order in which they first occur."""
    return tuple(
        RateGroup(
            _title(edition, rows[0][1]),
            tuple(sorted(rows, key=lambda row: _rank(edition, row[1]))),
            medicare_level(edition, rows[0][1]),
        )
        for rows in _alike(rates)
    )


def plan_name(edition: Edition, rate: Rate) -> str:
    """Payer, plan and network of a rate, and who published it for the payer."""
    network = edition.say("network {name}", name=rate.network) if rate.network else ""
    publisher = edition.say("published by {name}", name=rate.publisher) if rate.publisher else ""
    parts = (payer_name(edition, rate.payer), rate.plan, network, publisher)
    return ", ".join(filter(None, parts))


def one_price(rate: Rate) -> Decimal | None:
    """The median, or the price of all contracts where they are too few for a median."""
    return rate.low if rate.p50 is None and rate.low == rate.high else rate.p50


def medicare_level(edition: Edition, rate: Rate) -> Level | None:
    """What Medicare pays the same party at the same place; None where that is not known.

    Professional rates stand against the fee schedule where every place of service they hold in
    takes the same of its two amounts (42 CFR 414.22). A file's `setting` does not say that: an
    office is outpatient, too. What a hospital is paid for outpatients stands against OPPS. A
    payer's institutional rates name no place, so they stand alone. Rates of a part of the service
    stand against that part, and those with other modifiers alone.
    """
    asc, opps, paid = (
        edition.input.asc,
        edition.input.opps,
        _row_of(edition.input.mpfs, rate.modifiers),
    )
    if rate.drug_unit:
        return None
    if rate.billing_class == "professional" and paid is not None:
        match {POS[place].rate if place in POS else None for place in rate.places}:
            case amounts if amounts == {"facility"}:
                return _level(edition.say("Medicare, facility"), paid, "facility_payment")
            case amounts if amounts == {"nonfacility"}:
                return _level(edition.say("Medicare, non-facility"), paid, "nonfacility_payment")
    if rate.modifiers:
        return None
    is_outpatient_hospital = (rate.billing_class, rate.setting, rate.published_by) == (
        "institutional",
        "outpatient",
        "hospital",
    )
    if not is_outpatient_hospital:
        return None
    name = edition.say("Medicare, outpatient hospital")
    return _level(name, opps, "payment_rate") if opps else _level(name, asc, "opps_payment_rate")


def _row_of(mpfs: Mpfs | None, modifiers: tuple[str, ...]) -> Mpfs | Component | None:
    """The row of the fee schedule that a rate is of: the whole service, or one part of it."""
    if mpfs is None or not modifiers:
        return mpfs
    return next((part for part in mpfs.components if (part.modifier,) == modifiers), None)


def _rank(edition: Edition, rate: Rate) -> tuple[bool, Decimal, str]:
    """The highest median first, rates without one last."""
    return rate.p50 is None, -(rate.p50 or Decimal(0)), plan_name(edition, rate)


def _level(name: str, row: Mpfs | Component | Opps | Asc | None, field: str) -> Level | None:
    """The amount of a row of Medicare's schedules; None where it has none."""
    amount: Decimal | None = getattr(row, field, None)
    return Level(name, amount, f"{_place(row)}.{field}") if amount else None


def _place(row: Mpfs | Component | Opps | Asc | None) -> str:
    match row:
        case Component():
            return f"mpfs.components[{row.modifier}]"
        case Mpfs():
            return "mpfs"
        case Opps():
            return "opps"
        case _:
            return "asc"


def _alike(rates: Iterable[Rate]) -> list[list[tuple[int, Rate]]]:
    groups: dict[tuple[object, ...], list[tuple[int, Rate]]] = {}
    for place, rate in enumerate(rates):
        alike = (
            rate.published_by,
            rate.setting,
            rate.places,
            rate.billing_class,
            rate.modifiers,
            rate.negotiated_type,
            rate.arrangement,
            rate.additional_information,
            rate.drug_unit,
            rate.period,
        )
        groups.setdefault(alike, []).append((place, rate))
    return list(groups.values())


def _title(edition: Edition, rate: Rate) -> str:
    """What the rates of a group have in common, as a caption."""
    files = (
        edition.say("hospital files of {month}", month=edition.month(rate.period))
        if rate.published_by == "hospital"
        else edition.say("payer files of {month}", month=edition.month(rate.period))
    )
    parts = (
        word(edition, rate.billing_class),
        word(edition, rate.setting).lower(),
        _places(edition, rate),
        edition.say("for {unit}", unit=rate.drug_unit) if rate.drug_unit else "",
        rate.negotiated_type,
        rate.arrangement,
        rate.additional_information,
        modifiers_said(edition, rate.modifiers),
        files,
    )
    return ", ".join(filter(None, parts))


def _places(edition: Edition, rate: Rate) -> str:
    if rate.places == ("all",):
        return edition.say("every place of service")
    if not rate.places:
        return ""
    return edition.say("place of service {codes}", codes=edition.listed(rate.places))
