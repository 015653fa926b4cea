"""Ambulatory surgical center addenda: the same code in the layouts of two years."""

from __future__ import annotations

from decimal import Decimal

import pytest
from cms_samples import content
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.inputs.asc import asc, read_asc_aa, read_asc_ff
from reportkit.inputs.layout import LayoutError
from reportkit.model.edits import Asc


def dataset(quarter: str, code: str = "57511") -> Asc:
    rates = read_asc_aa("AA.csv", content(f"ASC_AA_{quarter}.csv"))
    offsets = read_asc_ff("FF.csv", content(f"ASC_FF_{quarter}.csv"))
    assert rates.quarter == offsets.quarter == quarter
    assert rates.refused == offsets.refused == ()
    return asc(rates.rows[code], offsets.rows[code], quarter)


@pytest.mark.parametrize(
    ("quarter", "center", "outpatient"),
    [("2025Q4", "118.39", "303.79"), ("2026Q3", "115.81", "310.69")],
)
def test_rates_read_the_same_with_and_without_dollar_signs(
    quarter: str, center: str, outpatient: str
) -> None:
    found = dataset(quarter)
    assert (found.payment_indicator, found.apc) == ("P3", "5412")
    assert found.multiple_procedure_discount
    assert (found.payment_rate, found.opps_payment_rate) == (Decimal(center), Decimal(outpatient))


def test_packaged_procedure_has_no_rate() -> None:
    found = dataset("2025Q4", "0214T")
    assert (found.payment_indicator, found.payment_rate, found.apc) == ("N1", None, None)


@pytest.mark.parametrize(("quarter", "share"), [("2025Q4", "0.3562"), ("2026Q3", "0.3217")])
def test_device_offset_is_a_share_of_one_in_both_spellings(quarter: str, share: str) -> None:
    found = read_asc_ff("FF.csv", content(f"ASC_FF_{quarter}.csv")).rows["0200T"]
    assert found.device_offset == Decimal(share)


def test_thousands_are_read_and_float_noise_is_rounded_to_cents() -> None:
    noisy = content("ASC_AA_2026Q3.csv").replace(b"115.81", b"12345.679999999999")
    found = read_asc_aa("AA.csv", noisy)
    assert found.rows["57511"].payment_rate == Decimal("12345.68")
    dollars = read_asc_aa("AA.csv", content("ASC_AA_2025Q4.csv"))
    assert dollars.rows["0200T"].payment_rate == Decimal("4589.82")


def test_columns_of_two_quarters_are_refused() -> None:
    mixed = content("ASC_AA_2026Q3.csv").replace(b"2026 Payment Rate", b"2025 Payment Rate")
    with pytest.raises(LayoutError, match="found 2025Q3 and 2026Q3"):
        read_asc_aa("AA.csv", mixed)


@given(st.sampled_from(["AA", "FF"]), st.data())
@settings(max_examples=100)
def test_truncated_addendum_never_gives_a_cut_amount(which: str, data: st.DataObject) -> None:
    whole = content(f"ASC_{which}_2025Q4.csv")
    cut = whole[: data.draw(st.integers(0, len(whole)))]
    read = read_asc_aa if which == "AA" else read_asc_ff
    try:
        found = read("x.csv", cut)
    except LayoutError:
        return
    known = read("x.csv", whole).rows
    assert all(known[code] == row for code, row in found.rows.items())
