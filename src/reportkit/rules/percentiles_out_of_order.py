"""Rule: percentiles that fall."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.inputs.percentiles import DECILE_FLOOR, MEDIAN_FLOOR, QUARTILE_FLOOR
from reportkit.workspace.publication import Publication

_FLOORS = {
    "p10": DECILE_FLOOR,
    "p25": QUARTILE_FLOOR,
    "p50": MEDIAN_FLOOR,
    "p75": QUARTILE_FLOOR,
    "p90": DECILE_FLOOR,
}
_ORDER = ("low", "p10", "p25", "p50", "p75", "p90", "high")


@rule("error", "codes and figures")
def percentiles_out_of_order(publication: Publication) -> Iterator[Issue]:
    """The percentiles of a rate fall, or too few prices stand behind them.

    Why:
        A tenth percentile above the median is impossible, so one of the two is wrong, and
        nobody can tell which. Percentiles of no price at all are made up, and the median of two
        prices is one of the two: the publication says from how many contracts on it prints each.

    Bad:
        # input
        rates:
          - {published_by: payer, payer: aetna, plan: unstated, setting: outpatient,
             billing_class: professional, modifiers: [], negotiated_type: negotiated,
             period: 2026-10, n: 40, p10: 9, p25: 2, p50: 3, p75: null, p90: 4}

    Good:
        # input
        rates:
          - {published_by: payer, payer: aetna, plan: unstated, setting: outpatient,
             billing_class: professional, modifiers: [], negotiated_type: negotiated,
             period: 2026-10, n: 40, p10: 1, p25: 2, p50: 3, p75: null, p90: 4}
    """
    for index, rate in enumerate(publication.input.rates or ()):
        if rate.n < 1:
            yield Issue(
                at("input", "rates", index, "n"),
                f"the bucket of {rate.payer} of {rate.period} has percentiles of {rate.n} prices",
                "count the prices, or take the row out",
            )
        for name, floor in _FLOORS.items():
            if 0 < rate.n < floor and getattr(rate, name) is not None:
                yield Issue(
                    at("input", "rates", index, name),
                    f"{name} is given for {rate.n} contract{'s' * (rate.n > 1)} of {rate.payer} of "
                    f"{rate.period}, and needs {floor}",
                    "write `null`; `low` and `high` say what the prices are",
                    related=((at("input", "rates", index, "n"), "the contracts are counted here"),),
                )
        given = [(name, getattr(rate, name)) for name in _ORDER]
        present = [(name, value) for name, value in given if value is not None]
        for (lower, low), (upper, high) in pairwise(present):
            if low > high:
                yield Issue(
                    at("input", "rates", index, upper),
                    f"{upper} {high} is below {lower} {low} in the rates of {rate.payer} of "
                    f"{rate.period}",
                    "correct the two figures from the file they came from",
                    related=((at("input", "rates", index, lower), f"{lower} is here"),),
                )
