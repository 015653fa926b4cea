"""Work out the percentiles of prices: exact, always a price that was observed.

Definition: the percentile p is the smallest price that more than the share p of all contracts do
not exceed. Where p times their number is whole, the percentile falls between two prices and is
the next higher one. That is how CMS has hospitals compute the 10th percentile, median and 90th
percentile they publish (Hospital Price Transparency CSV Data Dictionary v3.0, "Additional Allowed
Amount Notes"). Nothing is interpolated: an average of two contracts is a price nobody agreed to.

A contract counts once. Where a file gives several prices of one contract and does not say what
sets them apart, each has its share of the one.

Floors: these prices are public by law, so there is no one to protect by suppressing a small
count; but a percentile that can only be the largest price says less than it seems to. A median
needs 3 contracts, quartiles 5 and deciles 11, the smallest counts at which the definition picks
neither the smallest nor the largest of as many prices.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

MEDIAN_FLOOR = 3
QUARTILE_FLOOR = 5
DECILE_FLOOR = 11


def percentiles(weights: Mapping[Decimal, Fraction]) -> Percentiles:
    """Percentiles of prices given as price to how many contracts have it; at least one price."""
    prices = sorted(price for price, weight in weights.items() if weight > 0)
    ends = list(accumulate(weights[price] for price in prices))
    if not prices:
        raise ValueError("percentiles of no prices")
    n = ends[-1]

    def at(share: Fraction, floor: int) -> Decimal | None:
        return prices[bisect_right(ends, share * n)] if n >= floor else None

    return Percentiles(
        n=int(n),
        low=prices[0],
        p10=at(Fraction(1, 10), DECILE_FLOOR),
        p25=at(Fraction(1, 4), QUARTILE_FLOOR),
        p50=at(Fraction(1, 2), MEDIAN_FLOOR),
        p75=at(Fraction(3, 4), QUARTILE_FLOOR),
        p90=at(Fraction(9, 10), DECILE_FLOOR),
        high=prices[-1],
    )


@dataclass(frozen=True, slots=True)
class Percentiles:
    """How many contracts there are, their lowest and highest price, and the prices at five
    percentiles; None below the floor.
    """

    n: int
    low: Decimal
    p10: Decimal | None
    p25: Decimal | None
    p50: Decimal | None
    p75: Decimal | None
    p90: Decimal | None
    high: Decimal
