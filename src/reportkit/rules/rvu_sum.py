"""Rule: relative values that do not add up, or a payment that does not follow from them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.input import Mpfs
from reportkit.workspace.publication import Publication

_CENT = Decimal("0.01")


@rule("error", "codes and figures")
def rvu_sum(publication: Publication) -> Iterator[Issue]:
    """The relative values do not add up to the total, or the payment does not follow.

    Why:
        Work, practice expense and malpractice make the total, and the total times the
        conversion factor makes the payment. Where they disagree a row was copied wrongly.

    Bad:
        # input
        mpfs:
          release: RVU26D
          status: A
          global_days: "010"
          preoperative: 0.10
          intraoperative: 0.80
          postoperative: 0.10
          multiple_procedure: "2"
          bilateral: "0"
          assistant_surgeon: "1"
          co_surgeon: "0"
          team_surgery: "0"
          pc_tc: "0"
          work_rvu: 1.95
          nonfacility_pe_rvu: 3.66
          facility_pe_rvu: 2.17
          mp_rvu: 0.33
          nonfacility_total: 5.49
          facility_total: 4.45
          nonfacility_na: false
          facility_na: false
          conversion_factor: 32.3465
          nonfacility_payment: 192.14
          facility_payment: 143.94

    Good:
        # input
        mpfs:
          release: RVU26D
          status: A
          global_days: "010"
          preoperative: 0.10
          intraoperative: 0.80
          postoperative: 0.10
          multiple_procedure: "2"
          bilateral: "0"
          assistant_surgeon: "1"
          co_surgeon: "0"
          team_surgery: "0"
          pc_tc: "0"
          work_rvu: 1.95
          nonfacility_pe_rvu: 3.66
          facility_pe_rvu: 2.17
          mp_rvu: 0.33
          nonfacility_total: 5.94
          facility_total: 4.45
          nonfacility_na: false
          facility_na: false
          conversion_factor: 32.3465
          nonfacility_payment: 192.14
          facility_payment: 143.94
    """
    mpfs = publication.input.mpfs
    if mpfs is None:
        return
    for setting in ("nonfacility", "facility"):
        if not getattr(mpfs, f"{setting}_na"):
            yield from _total(mpfs, setting)
            yield from _payment(mpfs, setting)


def _total(mpfs: Mpfs, setting: str) -> Iterator[Issue]:
    expense, total = getattr(mpfs, f"{setting}_pe_rvu"), getattr(mpfs, f"{setting}_total")
    added = mpfs.work_rvu + expense + mpfs.mp_rvu
    if abs(added - total) > _CENT:
        yield Issue(
            at("input", "mpfs", f"{setting}_total"),
            f"{mpfs.work_rvu} + {expense} + {mpfs.mp_rvu} is {added}, not {total}",
            f"copy the row of {mpfs.release} again",
            related=((at("input", "mpfs", "work_rvu"), "work is the first of the three"),),
        )


def _payment(mpfs: Mpfs, setting: str) -> Iterator[Issue]:
    total, payment = getattr(mpfs, f"{setting}_total"), getattr(mpfs, f"{setting}_payment")
    if payment is None:
        return
    made = (total * mpfs.conversion_factor).quantize(_CENT)
    if abs(made - payment) > _CENT:
        yield Issue(
            at("input", "mpfs", f"{setting}_payment"),
            f"{total} x {mpfs.conversion_factor} is {made}, not {payment}",
            "copy the payment again, or the conversion factor",
            related=((at("input", "mpfs", "conversion_factor"), "the conversion factor"),),
        )
