"""Group negotiated rates by all that sets them apart, so that what is the same is said once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportkit.assemble.edition import Edition
from reportkit.assemble.figures import payer_name
from reportkit.assemble.labels import word
from reportkit.model.input import Rate


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


def rate_groups(edition: Edition, rates: Sequence[Rate]) -> tuple[RateGroup, ...]:
    """The groups in the order in which they first occur."""
    return tuple(
        RateGroup(
            _title(edition, rows[0][1]),
            tuple(sorted(rows, key=lambda row: (-row[1].p50, plan_name(edition, row[1])))),
            medicare_level(edition, rows[0][1]),
        )
        for rows in _alike(rates)
    )


def plan_name(edition: Edition, rate: Rate) -> str:
    """Payer and plan of a rate."""
    return f"{payer_name(edition, rate.payer)}, {rate.plan}"


def medicare_level(edition: Edition, rate: Rate) -> Level | None:
    """What Medicare pays the same party at the same place; None where that is not known.

    Professional rates stand against the fee schedule: its facility amount for inpatient and
    outpatient settings, its non-facility amount otherwise. What a hospital is paid for outpatients
    stands against OPPS. A payer's institutional rates name no place, so they stand alone.
    """
    mpfs, asc = edition.input.mpfs, edition.input.asc
    if rate.billing_class == "professional" and mpfs is not None:
        if rate.setting == "both":
            return _level(edition.say("Medicare, non-facility"), mpfs.nonfacility_payment)
        return _level(edition.say("Medicare, facility"), mpfs.facility_payment)
    is_outpatient_hospital = (rate.billing_class, rate.setting, rate.published_by) == (
        "institutional", "outpatient", "hospital",
    )  # fmt: skip
    if is_outpatient_hospital and asc is not None:
        return _level(edition.say("Medicare, outpatient hospital"), asc.opps_payment_rate)
    return None


def _level(name: str, amount: Decimal | None) -> Level | None:
    return Level(name, amount) if amount else None


def _alike(rates: Iterable[Rate]) -> list[list[tuple[int, Rate]]]:
    found: dict[tuple[object, ...], list[tuple[int, Rate]]] = {}
    for place, rate in enumerate(rates):
        alike = (rate.published_by, rate.setting, rate.billing_class, rate.modifiers,
                 rate.negotiated_type, rate.period)  # fmt: skip
        found.setdefault(alike, []).append((place, rate))
    return list(found.values())


def _title(edition: Edition, rate: Rate) -> str:
    """What the rates of a group have in common, as a caption."""
    modifiers = (
        edition.say("with modifier {codes}", codes=edition.listed(rate.modifiers))
        if rate.modifiers
        else edition.say("without modifier")
    )
    files = (
        edition.say("hospital files of {month}", month=edition.month(rate.period))
        if rate.published_by == "hospital"
        else edition.say("payer files of {month}", month=edition.month(rate.period))
    )
    parts = (word(edition, rate.billing_class), word(edition, rate.setting).lower(),
             rate.negotiated_type, modifiers, files)  # fmt: skip
    return ", ".join(parts)
