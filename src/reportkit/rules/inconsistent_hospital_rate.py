"""Rule: an outpatient hospital's rate that its status indicator or its copayments rule out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.indicators import HOSPITAL_STATUS
from reportkit.model.indicators.hospital import WITHOUT_RATE
from reportkit.model.schedules import Opps
from reportkit.workspace.publication import Publication

_SHARES: Final = (Decimal("0.20"), Decimal("0.25"), Decimal("0.15"))
"""Shares of the rate that the least copayment is: a fifth by law (section 1833(t)(8) of the Social
Security Act), a quarter or 15 % for certain screenings."""
_NEAR: Final = Decimal("0.005")
"""How far a copayment may be from its share of the rate, as part of it: addenda round."""


@rule("error", "codes and figures")
def inconsistent_hospital_rate(publication: Publication) -> Iterator[Issue]:
    """An outpatient hospital's rate does not fit its status indicator or its copayments.

    Why:
        What is packaged, not paid, or paid under another schedule has no rate in addendum B, and
        the least a patient pays is a fixed share of the rate. A figure that breaks this was taken
        from another row, and a patient is told the wrong amount.

    Bad:
        # input
        opps: {release: 2026Q4, status_indicator: N, apc: null, relative_weight: null,
               payment_rate: 303.79, copayment: null, minimum_copayment: null, note: null}

    Good:
        # input
        opps: {release: 2026Q4, status_indicator: T, apc: "5412", relative_weight: 3.4,
               payment_rate: 303.79, copayment: null, minimum_copayment: 60.76, note: null}
    """
    opps = publication.input.opps
    if opps is None or opps.payment_rate is None:
        return
    if opps.status_indicator in WITHOUT_RATE:
        yield Issue(
            at("input", "opps", "payment_rate"),
            f"status indicator {opps.status_indicator} in {opps.release} means "
            f"{HOSPITAL_STATUS.told(opps.status_indicator)}, but a rate of {opps.payment_rate} is "
            "given",
            "write `null`, or import addendum B again",
            related=((at("input", "opps", "status_indicator"), "the indicator"),),
        )
    yield from _copayments(opps, opps.payment_rate)


def _copayments(opps: Opps, rate: Decimal) -> Iterator[Issue]:
    least, usual = opps.minimum_copayment, opps.copayment
    if least and all(abs(least - rate * share) > least * _NEAR for share in _SHARES):
        yield _unfit(
            opps, "minimum_copayment", f"the least copayment {least} is not 20 % of the rate {rate}"
        )
    elif least and usual and usual < least:
        yield _unfit(opps, "copayment", f"the copayment {usual} is below the least one, {least}")
    if usual and usual > rate:
        yield _unfit(opps, "copayment", f"the copayment {usual} is above the rate {rate}")


def _unfit(opps: Opps, field: str, said: str) -> Issue:
    return Issue(
        at("input", "opps", field),
        f"{said} in {opps.release}",
        "import addendum B again",
        related=((at("input", "opps", "payment_rate"), "the rate"),),
    )
