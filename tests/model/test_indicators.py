"""Every value of the indicators CMS publishes has a meaning in own words."""

from __future__ import annotations

import pytest

from reportkit.model.indicators import (
    ADJUDICATION,
    CENTER_DISCOUNT,
    CENTER_PAYMENT,
    HOSPITAL_STATUS,
    INDICATORS,
    PAID_STATUSES,
    PAIR,
    Indicator,
    values_of,
)
from reportkit.model.indicators.hospital import DISCOUNTED, NOT_PAID, PACKAGED, PACKAGED_AT_TIMES
from reportkit.model.indicators.surgical_center import OFFICE_BASED, UNPAID

PUBLISHED = {
    "status": "A B C D E F G H I J M N P R T X",
    "global_days": "000 010 090 MMM XXX YYY ZZZ",
    "multiple_procedure": "0 1 2 3 4 5 6 7 9",
    "bilateral": "0 1 2 3 9",
    "assistant_surgeon": "0 1 2 9",
    "co_surgeon": "0 1 2 9",
    "team_surgery": "0 1 2 9",
    "pc_tc": "0 1 2 3 4 5 6 7 8 9",
}
OTHERS = (
    (ADJUDICATION, "1 2 3"),
    (PAIR, "0 1 9"),
    (CENTER_PAYMENT, "A2 B5 D1 D2 D5 EE F4 G2 H2 J7 J8 K2 K5 K7 L1 L6 N1 P2 P3 R2 Z2 Z3"),
    (CENTER_DISCOUNT, "Y N"),
    (HOSPITAL_STATUS, "A B C D E1 E2 F G H H1 J1 J2 K K1 L M N P Q1 Q2 Q3 Q4 R S S1 T U V X Y"),
)


def test_the_indicators_of_the_fee_schedule_have_the_values_of_its_layout() -> None:
    assert {known.field: " ".join(known.values) for known in INDICATORS} == PUBLISHED
    assert values_of("co_surgeon") == ("0", "1", "2", "9")


@pytest.mark.parametrize(("indicator", "values"), OTHERS, ids=lambda case: str(case)[:20])
def test_the_other_indicators_have_the_values_that_files_hold(
    indicator: Indicator, values: str
) -> None:
    assert " ".join(indicator.values) == values


@pytest.mark.parametrize(
    "indicator", [*INDICATORS, *(known for known, _ in OTHERS)], ids=lambda known: known.field
)
def test_each_value_means_something_else(indicator: Indicator) -> None:
    meanings = [meaning.meaning for meaning in indicator.values.values()]
    assert len(set(meanings)) == len(meanings)
    assert not any(meaning.endswith(".") for meaning in meanings)


def test_groups_of_values_are_values() -> None:
    assert set(PAID_STATUSES) <= set(values_of("status"))
    assert CENTER_PAYMENT.values.keys() >= OFFICE_BASED | UNPAID
    assert HOSPITAL_STATUS.values.keys() >= PACKAGED | PACKAGED_AT_TIMES | NOT_PAID | DISCOUNTED
    assert not (PACKAGED | PACKAGED_AT_TIMES) & NOT_PAID
