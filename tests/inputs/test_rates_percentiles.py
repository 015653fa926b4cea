"""Percentiles of counted prices, against the definition written out naively."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.inputs.percentiles import percentiles


def counted(prices: list[Decimal]) -> dict[Decimal, Fraction]:
    return {price: Fraction(times) for price, times in Counter(prices).items()}


def test_prices_of_one_contract_share_its_weight() -> None:
    half = Fraction(1, 2)
    found = percentiles({Decimal(100): half, Decimal(900): half, Decimal(200): Fraction(2)})
    assert (found.n, str(found.low), str(found.p50), str(found.high)) == (3, "100", "200", "900")


CENTS = st.integers(1, 3000).map(lambda cents: Decimal(cents) / 100)


@given(st.lists(CENTS, min_size=1, max_size=60))
def test_a_percentile_is_the_smallest_price_that_more_than_its_share_do_not_exceed(
    prices: list[Decimal],
) -> None:
    def naive(percent: int) -> Decimal:
        return min(
            price
            for price in prices
            if sum(other <= price for other in prices) * 100 > percent * len(prices)
        )

    found, n = percentiles(counted(prices)), len(prices)
    assert found.n == n
    assert (found.low, found.high) == (min(prices), max(prices))
    assert found.p50 == (naive(50) if n >= 3 else None)
    assert (found.p25, found.p75) == ((naive(25), naive(75)) if n >= 5 else (None, None))
    assert (found.p10, found.p90) == ((naive(10), naive(90)) if n >= 11 else (None, None))


@given(st.lists(CENTS, min_size=11, max_size=60))
def test_percentiles_rise_and_are_prices_that_occur(prices: list[Decimal]) -> None:
    found = percentiles(counted(prices))
    five = [found.p10, found.p25, found.p50, found.p75, found.p90]
    known = [price for price in five if price is not None]
    assert len(known) == 5
    assert known == sorted(known)
    assert set(known) <= set(prices)


@pytest.mark.parametrize(
    ("n", "p10", "p25", "p50", "p75", "p90"),
    [
        (1, None, None, None, None, None),
        (2, None, None, None, None, None),
        (4, None, None, 3, None, None),
        (5, None, 2, 3, 4, None),
        (10, None, 3, 6, 8, None),
        (11, 2, 3, 6, 9, 10),
        (100, 11, 26, 51, 76, 91),
    ],
)
def test_of_the_prices_1_to_n_the_percentiles_are_ranks(
    n: int, p10: int | None, p25: int | None, p50: int | None, p75: int | None, p90: int | None
) -> None:
    found = percentiles({Decimal(price): Fraction(1) for price in range(1, n + 1)})
    five = [found.p10, found.p25, found.p50, found.p75, found.p90]
    assert [None if each is None else int(each) for each in five] == [p10, p25, p50, p75, p90]


def test_there_are_no_percentiles_of_nothing() -> None:
    with pytest.raises(ValueError, match="no prices"):
        percentiles({})
