"""Counted prices in, their percentiles out: exact, always a price that was observed.

Definition: with n prices in rising order, the percentile p is the price of rank
`floor(p × n) + 1`: the smallest price that more than the share p of all prices do not
exceed. Where p × n is whole, the percentile falls between two prices and is the next
higher one. That is how CMS has hospitals compute the 10th percentile, median and 90th
percentile they publish (Hospital Price Transparency CSV Data Dictionary v3.0,
"Additional Allowed Amount Notes"), so our figures and theirs can stand side by side.
Nothing is interpolated: an average of two contracts is a price nobody agreed to.

Floors: the median is always given, with n beside it. These prices are public by law, so
there is no one to protect by suppressing a small count; but a percentile that can only be
the largest price says less than it seems to. Quartiles need 5 prices and deciles 11, the
smallest counts at which the definition picks neither the smallest nor the largest price.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

QUARTILE_FLOOR = 5
DECILE_FLOOR = 11


def percentiles(counts: Mapping[Decimal, int]) -> Percentiles:
    """Percentiles of prices given as price to how often it occurs; at least one price."""
    prices = sorted(price for price, count in counts.items() if count > 0)
    ends = list(accumulate(counts[price] for price in prices))
    n = ends[-1] if ends else 0
    if n == 0:
        raise ValueError("percentiles of no prices")

    def at(share: Fraction, floor: int) -> Decimal | None:
        return _at_rank(prices, ends, rank(share, n)) if n >= floor else None

    return Percentiles(
        n=n,
        p10=at(Fraction(1, 10), DECILE_FLOOR),
        p25=at(Fraction(1, 4), QUARTILE_FLOOR),
        p50=_at_rank(prices, ends, rank(Fraction(1, 2), n)),
        p75=at(Fraction(3, 4), QUARTILE_FLOOR),
        p90=at(Fraction(9, 10), DECILE_FLOOR),
    )


def rank(share: Fraction, n: int) -> int:
    """Rank, from 1, of the percentile `share` (below 1) among `n` prices in rising order."""
    return share.numerator * n // share.denominator + 1


@dataclass(frozen=True, slots=True)
class Percentiles:
    """How many prices there are, and the prices at five percentiles; None below the floor."""

    n: int
    p10: Decimal | None
    p25: Decimal | None
    p50: Decimal
    p75: Decimal | None
    p90: Decimal | None


def _at_rank(prices: list[Decimal], ends: list[int], wanted: int) -> Decimal:
    return prices[bisect_left(ends, wanted)]
