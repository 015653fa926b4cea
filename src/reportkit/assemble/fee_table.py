"""Set relative value units and payment: of the whole service and of its parts, in each setting."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, Literal

from reportkit.assemble.document import Block, Column, Ground, Paragraph, Plain, Row
from reportkit.assemble.edition import Edition, row
from reportkit.assemble.labels import word
from reportkit.assemble.part import table
from reportkit.model.fees import Component, Mpfs
from reportkit.model.indicators import PAID_STATUSES
from reportkit.model.messages import N_
from reportkit.model.payment_systems import CONTRACTOR, NO_AMOUNT

Setting = Literal["nonfacility", "facility"]
SETTINGS: Final[tuple[Setting, ...]] = ("nonfacility", "facility")


def fee_blocks(edition: Edition, mpfs: Mpfs) -> tuple[Block, ...]:
    """By what the code is paid, and the table; none where the file has no units for the code."""
    said = tuple(Paragraph(Plain(text)) for text in _said(edition, mpfs))
    rows = tuple(_rows(edition, mpfs))
    if not rows:
        return said
    columns = [
        *([Column(edition.say("Part"))] if mpfs.components else []),
        Column(edition.say("Setting")),
        Column(edition.say("Work RVU"), "figure"),
        Column(edition.say("Practice expense RVU"), "figure"),
        Column(edition.say("Malpractice RVU"), "figure"),
        Column(edition.say("Total RVU"), "figure"),
        Column(edition.say("National payment"), "figure"),
    ]
    if mpfs.qualifying is not None:
        columns.append(Column(edition.say("Qualifying participants"), "figure"))
    return (
        *said,
        *table(
            edition,
            "payment",
            _caption(edition, mpfs),
            tuple(columns),
            rows,
            "mpfs",
            figures=_factors(edition, mpfs),
        ),
    )


def parts_of(mpfs: Mpfs) -> tuple[Mpfs | Component, ...]:
    """The whole service, then the parts of it that have rows of their own."""
    return (mpfs, *mpfs.components)


def part_name(edition: Edition, modifier: str | None) -> str:
    """What a row of the fee schedule is of: the whole service, or the part of a modifier."""
    if modifier is None:
        return edition.say("Whole service")
    known = _PARTS.get(modifier)
    return f"{edition.say(known)} ({modifier})" if known else modifier


_PARTS: Final = {
    "26": N_("Professional part"),
    "TC": N_("Technical part"),
    "53": N_("Service broken off"),
}
"""Modifier to what a row with it is of (CMS record layout, MOD)."""


def _said(edition: Edition, mpfs: Mpfs) -> Iterator[str]:
    """Why there is no amount, and for whom the amounts hold."""
    reason = _paid_otherwise(edition) or NO_AMOUNT.get(mpfs.status)
    if mpfs.status not in PAID_STATUSES and reason is not None:
        said = (
            N_(
                "The physician fee schedule sets no amount for the whole service: status "
                "{status}. {reason}"
            )
            if mpfs.components
            else N_("The physician fee schedule sets no amount for it: status {status}. {reason}")
        )
        yield edition.say(said, status=mpfs.status, reason=edition.say(reason))
    factor = edition.number(mpfs.conversion_factor)
    if mpfs.qualifying is not None:
        yield edition.say(
            "Medicare pays by two conversion factors: {other} to qualifying participants in an "
            "advanced alternative payment model, {factor} to everybody else.",
            other=edition.number(mpfs.qualifying.conversion_factor),
            factor=factor,
        )
    elif mpfs.participants == "nonqualifying":
        yield edition.say(
            "The conversion factor {factor} is that of clinicians who are not qualifying "
            "participants in an advanced alternative payment model. What those are paid was not "
            "provided.",
            factor=factor,
        )
    elif mpfs.participants == "qualifying":
        yield edition.say(
            "The conversion factor {factor} is that of qualifying participants in an advanced "
            "alternative payment model. What others are paid was not provided.",
            factor=factor,
        )


def _paid_otherwise(edition: Edition) -> str | None:
    """By which other schedule of those provided the code is paid."""
    data = edition.input
    if data.asp is not None and data.asp.payment_limit is not None:
        return N_("Medicare pays it as a drug, by a limit for each unit.")
    if data.clfs is not None and any(rate.rate is not None for rate in data.clfs.rates):
        return N_("Medicare pays it by its fee schedule for laboratories.")
    if data.dmepos is not None and any(rate.amounts for rate in data.dmepos.rates):
        return N_("Medicare pays it by its fee schedule for equipment and supplies, by state.")
    return None


def _caption(edition: Edition, mpfs: Mpfs) -> str:
    factor = edition.number(mpfs.conversion_factor)
    if mpfs.qualifying is None:
        return edition.say(
            "Relative value units and national payment at conversion factor {factor}",
            factor=factor,
        )
    return edition.say(
        "Relative value units and national payment at conversion factor {factor}, and at {other} "
        "for qualifying participants",
        factor=factor,
        other=edition.number(mpfs.qualifying.conversion_factor),
    )


def _factors(edition: Edition, mpfs: Mpfs) -> Iterator[Plain]:
    """The conversion factors, as the caption says them."""
    held = {"mpfs": mpfs.conversion_factor}
    if mpfs.qualifying is not None:
        held["mpfs.qualifying"] = mpfs.qualifying.conversion_factor
    for where, factor in held.items():
        yield Plain(edition.number(factor), Ground(f"{where}.conversion_factor", str(factor)))


def _rows(edition: Edition, mpfs: Mpfs) -> Iterator[Row]:
    """Each part in each setting; parts without units only beside others that have them."""
    parts = parts_of(mpfs)
    if not any(map(_has_units, parts)):
        return
    for part in parts:
        if _has_units(part) or part.status == CONTRACTOR:
            for setting in SETTINGS:
                yield _row(edition, mpfs, part, setting)


def _row(edition: Edition, mpfs: Mpfs, part: Mpfs | Component, setting: Setting) -> Row:
    modifier = part.modifier if isinstance(part, Component) else None
    cells = [Plain(word(edition, setting)), *_units(edition, part, setting)]
    if mpfs.components:
        cells.insert(0, Plain(part_name(edition, modifier)))
    path = f"mpfs.components[{modifier}]" if modifier else "mpfs"
    paid = getattr(part, f"{setting}_payment")
    cells.append(_paid(edition, part, setting, (paid, path)))
    if mpfs.qualifying is not None:
        other = {component.modifier: component for component in mpfs.qualifying.components}
        source = mpfs.qualifying if modifier is None else other.get(modifier)
        there = f"mpfs.qualifying.components[{modifier}]" if modifier else "mpfs.qualifying"
        amount = getattr(source, f"{setting}_payment", None)
        cells.append(_paid(edition, part, setting, (amount, there)))
    return row("payment", f"{setting} {modifier or ''}", *cells)


def _units(edition: Edition, part: Mpfs | Component, setting: Setting) -> list[Plain]:
    """The figures of a setting; dashes where the file marks it NA or has no units."""
    fields = ("work_rvu", f"{setting}_pe_rvu", "mp_rvu", f"{setting}_total")
    if getattr(part, f"{setting}_na") or not _has_units(part):
        return [Plain("—") for _ in fields]
    path = f"mpfs.components[{part.modifier}]" if isinstance(part, Component) else "mpfs"
    return [
        Plain(edition.number(getattr(part, field)), Ground(f"{path}.{field}", str(value)))
        for field, value in ((field, getattr(part, field)) for field in fields)
    ]


def _paid(
    edition: Edition, part: Mpfs | Component, setting: Setting, paid: tuple[Decimal | None, str]
) -> Plain:
    amount, path = paid
    if amount is not None:
        return Plain(edition.money(amount), Ground(f"{path}.{setting}_payment", str(amount)))
    if part.status == CONTRACTOR:
        return Plain(edition.say("Set by the contractor"))
    return Plain(_unpriced(edition, part, setting))


def _unpriced(edition: Edition, part: Mpfs | Component, setting: Setting) -> str:
    """Why a setting has no amount: it is marked NA, or a part of the service alone is paid there.

    What is left of the service in a facility, as the device of imaging, is the facility's.
    """
    mpfs = edition.input.mpfs
    paid = [
        other.modifier
        for other in (mpfs.components if mpfs else ())
        if getattr(other, f"{setting}_payment") is not None
    ]
    if not getattr(part, f"{setting}_na"):
        return "—"
    if paid and not isinstance(part, Component):
        return edition.say("Paid with {modifiers} only", modifiers=edition.listed(paid))
    if paid and setting == "facility":
        return edition.say("In what the facility is paid")
    return edition.say("Not priced here")


def _has_units(part: Mpfs | Component) -> bool:
    return bool(part.nonfacility_total or part.facility_total)
