"""Rule: a surgical center's rate that its payment indicator or the other rates rule out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportkit.check.issue import Issue, at
from reportkit.check.releases import quarters
from reportkit.check.rule import rule
from reportkit.inputs.payment import CENT, cents
from reportkit.model.edits import Asc
from reportkit.model.fees import Mpfs
from reportkit.model.indicators.surgical_center import CENTER_PAYMENT, EXCLUDED, UNPAID
from reportkit.workspace.publication import Publication

_TWO_FACTORS = 2026
"""From this year on the fee schedule has two conversion factors, half a percent apart."""


@rule("error", "codes and figures")
def inconsistent_center_rate(publication: Publication) -> Iterator[Issue]:
    """A surgical center's rate does not follow from its payment indicator and its neighbours.

    Why:
        At indicator P3 a center is paid the office's practice expense, at N1 nothing of its
        own, and never more than the outpatient hospital. A rate that breaks this was taken
        from another row.

    Bad:
        # input
        asc:
          release: 2026Q4
          payment_indicator: P3
          multiple_procedure_discount: true
          payment_rate: 318.39
          apc: "5412"
          opps_payment_rate: 303.79

    Good:
        # input
        asc:
          release: 2026Q4
          payment_indicator: P3
          multiple_procedure_discount: true
          payment_rate: 118.39
          apc: "5412"
          opps_payment_rate: 303.79
    """
    asc, mpfs = publication.input.asc, publication.input.mpfs
    if asc is None or asc.payment_rate is None:
        return
    yield from _against_hospital(asc, asc.payment_rate)
    if asc.payment_indicator in (*UNPAID, EXCLUDED):
        yield Issue(
            at("input", "asc", "payment_rate"),
            f"payment indicator {asc.payment_indicator} in {asc.release} means "
            f"{CENTER_PAYMENT.told(asc.payment_indicator)}, but a rate of {asc.payment_rate} is "
            "given",
            "write `null`, or import the addenda again",
            related=((at("input", "asc", "payment_indicator"), "the indicator"),),
        )
    if asc.payment_indicator == "P3" and mpfs is not None and mpfs.pc_tc != "1":
        yield from _against_office(asc, asc.payment_rate, mpfs)


def _against_hospital(asc: Asc, rate: Decimal) -> Iterator[Issue]:
    hospital = asc.opps_payment_rate
    # Addendum FF writes 0.00 where the hospital has no rate of its own.
    if hospital and rate > hospital:
        yield Issue(
            at("input", "asc", "payment_rate"),
            f"the center's rate {rate} in {asc.release} is above the outpatient hospital's "
            f"{hospital}",
            "import the addenda again",
            related=((at("input", "asc", "opps_payment_rate"), "the hospital's rate"),),
        )


def _against_office(asc: Asc, rate: Decimal, mpfs: Mpfs) -> Iterator[Issue]:
    """P3 is the practice expense of the office, in the fee schedule of the same quarter."""
    quarter = quarters(asc.release)
    if not quarter or quarter != quarters(mpfs.release):
        return
    made = cents(mpfs.nonfacility_pe_rvu * mpfs.conversion_factor)
    allowed = CENT if quarter[0].year < _TWO_FACTORS else made / 100
    if abs(made - rate) > allowed:
        yield Issue(
            at("input", "asc", "payment_rate"),
            f"payment indicator P3 in {asc.release} means the office's practice expense, "
            f"{mpfs.nonfacility_pe_rvu} x {mpfs.conversion_factor} or {made} in {mpfs.release}, "
            f"and not {rate}",
            "import the addenda and the fee schedule of one quarter again",
            related=(
                (at("input", "mpfs", "nonfacility_pe_rvu"), "the practice expense"),
                (at("input", "asc", "payment_indicator"), "the indicator"),
            ),
        )
