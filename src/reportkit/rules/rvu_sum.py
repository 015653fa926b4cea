"""Rule: relative values that do not add up, or a payment that does not follow from them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import Route
from reportkit.inputs.payment import CENT, Indices, Units, adjusted, payment
from reportkit.model.fees import (
    Component,
    FactorPayment,
    LocalityPayment,
    Mpfs,
    ReleasePayment,
)
from reportkit.workspace.publication import Publication

Setting = Literal["nonfacility", "facility"]


@rule("error", "codes and figures")
def rvu_sum(publication: Publication) -> Iterator[Issue]:
    """The relative values do not add up to the total, or the payment does not follow.

    Why:
        Work, practice expense and malpractice make the total, and the total times the
        conversion factor makes the payment, in a locality each part times its index. Where the
        outpatient cap on imaging is lower, the cap is the payment. Where the figures disagree
        a row was copied wrongly.

    Bad:
        # input
        mpfs.nonfacility_total: 5.49

    Good:
        # input
        mpfs.nonfacility_total: 5.94
    """
    mpfs = publication.input.mpfs
    if mpfs is None:
        return
    for route, row in _rows(mpfs):
        for setting in _SETTINGS:
            if not getattr(row, f"{setting}_na"):
                yield from _total(mpfs, route, row, setting)
                yield from _payments(mpfs, route, row, setting)
    for index, release in enumerate(mpfs.history):
        yield from _earlier(mpfs, index, release)
    yield from _shares(mpfs)


_SETTINGS: tuple[Setting, ...] = ("nonfacility", "facility")


def _rows(mpfs: Mpfs) -> Iterator[tuple[Route, Mpfs | Component]]:
    """The row of the service and those of its parts, each with its place."""
    yield ("mpfs",), mpfs
    for index, part in enumerate(mpfs.components):
        yield ("mpfs", "components", index), part


def _total(mpfs: Mpfs, route: Route, row: Mpfs | Component, setting: Setting) -> Iterator[Issue]:
    total = getattr(row, f"{setting}_total")
    units = _units(row, setting)
    if abs(adjusted(units, None) - total) > CENT:
        yield Issue(
            at("input", *route, f"{setting}_total"),
            f"{units.work} + {units.practice_expense} + {units.malpractice} is "
            f"{adjusted(units, None)}, not {total}",
            f"copy the row of {mpfs.release} again",
            related=((at("input", *route, "work_rvu"), "work is the first of the three"),),
        )


def _payments(mpfs: Mpfs, route: Route, row: Mpfs | Component, setting: Setting) -> Iterator[Issue]:
    """What is paid for a row, in the nation by each factor and in each locality."""
    paid = getattr(row, f"{setting}_payment")
    yield from _payment(mpfs, route, row, setting, (mpfs.conversion_factor, paid, ("mpfs",)))
    modifier = row.modifier if isinstance(row, Component) else None
    if mpfs.qualifying is not None:
        there, other = _paid_by(mpfs.qualifying, ("mpfs", "qualifying"), modifier, setting)
        factor = mpfs.qualifying.conversion_factor
        yield from _payment(mpfs, there, row, setting, (factor, other, ("mpfs", "qualifying")))
    for index, place in enumerate(mpfs.localities):
        where = ("mpfs", "localities", index)
        there, other = _paid_by(place, where, modifier, setting)
        yield from _in_locality(mpfs, row, setting, (place, where), (there, other))


def _paid_by(
    source: FactorPayment | LocalityPayment, route: Route, modifier: str | None, setting: Setting
) -> tuple[Route, Decimal | None]:
    """A factor's or locality's payment of the service or of one of its parts, and its place."""
    if modifier is None:
        return route, getattr(source, f"{setting}_payment")
    for index, part in enumerate(source.components):
        if part.modifier == modifier:
            return (*route, "components", index), getattr(part, f"{setting}_payment")
    return route, None


def _payment(
    mpfs: Mpfs,
    route: Route,
    row: Mpfs | Component,
    setting: Setting,
    by: tuple[Decimal, Decimal | None, Route],
) -> Iterator[Issue]:
    factor, paid, of_factor = by
    total = getattr(row, f"{setting}_total")
    if paid is None:
        return
    made = payment(Units(total, Decimal(0), Decimal(0)), None, factor)
    said = f"{total} x {factor} is {made}"
    related = (at("input", *of_factor, "conversion_factor"), "the conversion factor")
    cap = _cap(row, setting)
    capped = payment(cap, None, factor) if cap is not None else made
    if cap is not None and capped < made:
        made = capped
        said = f"the outpatient cap, {adjusted(cap, None)} x {factor}, is {made}"
        owner = ("mpfs",) if isinstance(row, Mpfs) else route
        related = (at("input", *owner, "opps_cap"), "the units of the cap")
    if abs(made - paid) > CENT:
        yield Issue(
            at("input", *route, f"{setting}_payment"),
            f"{said}, not {paid}",
            f"copy the row of {mpfs.release} again, or the conversion factor",
            related=(related,),
        )


def _in_locality(
    mpfs: Mpfs,
    row: Mpfs | Component,
    setting: Setting,
    locality: tuple[LocalityPayment, Route],
    paid: tuple[Route, Decimal | None],
) -> Iterator[Issue]:
    (place, where), (route, amount) = locality, paid
    if amount is None:
        return
    indices = Indices(place.work_gpci, place.pe_gpci, place.mp_gpci)
    made = payment(_units(row, setting), _cap(row, setting), mpfs.conversion_factor, indices)
    if abs(made - amount) > CENT:
        shown = f"{place.work_gpci}, {place.pe_gpci} and {place.mp_gpci}"
        yield Issue(
            at("input", *route, f"{setting}_payment"),
            f"the units of {mpfs.release} at the indices {shown} make {made} in locality "
            f"{place.locality}, not {amount}",
            "import the localities again, with the file of indices of the same year",
            related=((at("input", *where, "work_gpci"), "the indices"),),
        )


def _earlier(mpfs: Mpfs, index: int, release: ReleasePayment) -> Iterator[Issue]:
    """An earlier payment follows from its total and factor, or was capped and is less."""
    for setting in _SETTINGS:
        total, paid = getattr(release, f"{setting}_total"), getattr(release, f"{setting}_payment")
        if total is None or paid is None or release.conversion_factor is None:
            continue
        made = payment(Units(total, Decimal(0), Decimal(0)), None, release.conversion_factor)
        if paid - made > CENT or (made - paid > CENT and mpfs.opps_cap is None):
            yield Issue(
                at("input", "mpfs", "history", index, f"{setting}_payment"),
                f"{total} x {release.conversion_factor} is {made} in {release.release}, not {paid}",
                f"import {release.release} again",
                related=((at("input", "mpfs", "history", index, f"{setting}_total"), "the total"),),
            )


def _shares(mpfs: Mpfs) -> Iterator[Issue]:
    """The three shares of a global period make the whole of it, or are all zero."""
    shares = (mpfs.preoperative, mpfs.intraoperative, mpfs.postoperative)
    if sum(shares) not in (0, 1):
        shown = " + ".join(str(share) for share in shares)
        yield Issue(
            at("input", "mpfs", "preoperative"),
            f"the shares of the global period {mpfs.global_days}, {shown}, are {sum(shares)} and "
            "not 1",
            f"copy the row of {mpfs.release} again",
            related=((at("input", "mpfs", "global_days"), "the global period"),),
        )


def _units(row: Mpfs | Component, setting: Setting) -> Units:
    return Units(row.work_rvu, getattr(row, f"{setting}_pe_rvu"), row.mp_rvu)


def _cap(row: Mpfs | Component, setting: Setting) -> Units | None:
    if row.opps_cap is None:
        return None
    expense = getattr(row.opps_cap, f"{setting}_pe_rvu")
    return Units(row.work_rvu, expense, row.opps_cap.mp_rvu)
