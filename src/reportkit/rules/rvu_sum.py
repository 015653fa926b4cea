"""Rule: relative values that do not add up, or a payment that does not follow from them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.inputs.payment import CENT, Indices, Units, adjusted, payment
from reportkit.model.input import LocalityPayment, Mpfs
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
    settings: tuple[Setting, ...] = ("nonfacility", "facility")
    for setting in settings:
        if not getattr(mpfs, f"{setting}_na"):
            yield from _total(mpfs, setting)
            yield from _payment(mpfs, setting)
            for index, place in enumerate(mpfs.localities):
                yield from _in_locality(mpfs, setting, index, place)
    yield from _shares(mpfs)


def _total(mpfs: Mpfs, setting: Setting) -> Iterator[Issue]:
    total = getattr(mpfs, f"{setting}_total")
    units = _units(mpfs, setting)
    if abs(adjusted(units, None) - total) > CENT:
        yield Issue(
            at("input", "mpfs", f"{setting}_total"),
            f"{units.work} + {units.practice_expense} + {units.malpractice} is "
            f"{adjusted(units, None)}, not {total}",
            f"copy the row of {mpfs.release} again",
            related=((at("input", "mpfs", "work_rvu"), "work is the first of the three"),),
        )


def _payment(mpfs: Mpfs, setting: Setting) -> Iterator[Issue]:
    total, paid = getattr(mpfs, f"{setting}_total"), getattr(mpfs, f"{setting}_payment")
    if paid is None:
        return
    made = payment(Units(total, Decimal(0), Decimal(0)), None, mpfs.conversion_factor)
    said = f"{total} x {mpfs.conversion_factor} is {made}"
    related = (at("input", "mpfs", "conversion_factor"), "the conversion factor")
    cap = _cap(mpfs, setting)
    capped = payment(cap, None, mpfs.conversion_factor) if cap is not None else made
    if cap is not None and capped < made:
        made = capped
        said = f"the outpatient cap, {adjusted(cap, None)} x {mpfs.conversion_factor}, is {made}"
        related = (at("input", "mpfs", "opps_cap"), "the units of the cap")
    if abs(made - paid) > CENT:
        yield Issue(
            at("input", "mpfs", f"{setting}_payment"),
            f"{said}, not {paid}",
            f"copy the row of {mpfs.release} again, or the conversion factor",
            related=(related,),
        )


def _in_locality(
    mpfs: Mpfs, setting: Setting, index: int, place: LocalityPayment
) -> Iterator[Issue]:
    paid = getattr(place, f"{setting}_payment")
    if paid is None:
        return
    indices = Indices(place.work_gpci, place.pe_gpci, place.mp_gpci)
    units, cap = _units(mpfs, setting), _cap(mpfs, setting)
    made = payment(units, cap, mpfs.conversion_factor, indices)
    if abs(made - paid) > CENT:
        where = ("mpfs", "localities", index)
        shown = f"{place.work_gpci}, {place.pe_gpci} and {place.mp_gpci}"
        yield Issue(
            at("input", *where, f"{setting}_payment"),
            f"the units of {mpfs.release} at the indices {shown} make {made} in locality "
            f"{place.locality}, not {paid}",
            "import the localities again, with the file of indices of the same year",
            related=((at("input", *where, "work_gpci"), "the indices"),),
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


def _units(mpfs: Mpfs, setting: Setting) -> Units:
    return Units(mpfs.work_rvu, getattr(mpfs, f"{setting}_pe_rvu"), mpfs.mp_rvu)


def _cap(mpfs: Mpfs, setting: Setting) -> Units | None:
    if mpfs.opps_cap is None:
        return None
    expense = getattr(mpfs.opps_cap, f"{setting}_pe_rvu")
    return Units(mpfs.work_rvu, expense, mpfs.opps_cap.mp_rvu)
