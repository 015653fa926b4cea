"""Amounts are rounded to cents, whatever size the numbers of a file have."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportkit.inputs.cells import BadCell, amount
from reportkit.inputs.payment import cents


def test_a_product_of_numbers_without_measure_has_cents() -> None:
    assert cents(Decimal("2.005")) == Decimal("2.01")
    assert cents(Decimal(10) ** 40 + Decimal("0.125")).as_tuple().exponent == -2


def test_a_cell_of_many_groups_of_digits_is_no_amount() -> None:
    assert amount("rate", "$1,118.39") == Decimal("1118.39")
    with pytest.raises(BadCell, match="is not an amount in dollars"):
        amount("rate", "1" + ",000" * 12)
