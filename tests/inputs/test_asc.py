"""Ambulatory surgical center addenda: the same code in the layouts of two years."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from cms_samples import content
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.cannot_run import CannotRun
from reportkit.cli import main_group
from reportkit.inputs.asc import asc, read_asc_aa, read_asc_bb, read_asc_ee, read_asc_ff
from reportkit.inputs.layout import LayoutError
from reportkit.model.edits import Asc
from reportkit.source.rewrite import read_mapping
from reportkit.source.values import plain


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


AA = (
    b"Addendum AA -- ASC Covered Surgical Procedures for CY 2025,,,,,\n"
    b"HCPCS Code,Subject to Multiple Procedure Discounting,January 2025 Payment Indicator,"
    b"January 2025 Payment Weight,January 2025 Payment Rate\n45378,Y,A2,8.5,$466.10\n"
)
BB = (
    b"Addendum BB -- ASC Covered Ancillary Services for CY 2025,,,,,,,\n"
    b"HCPCS Code,,Short Descriptor,Drug and Device Pass-Through Expiration during Calendar Year,"
    b"January 2025 Payment Indicator,January 2025 Payment Weight  ,January 2025 Payment Rate ,"
    b"January 2025 IRA-22 Adjusted Copayment1\n71046,,,,Z3,,$21.03,\nJ1100,,,,N1,,,\n"
)
EE = (
    b"Addendum EE -- Surgical Procedures to be Excluded for CY 2025,\n"
    b"HCPCS Code,Short Descriptor\n59400,\n"
)


def test_what_is_paid_beside_surgery_and_what_is_excluded_is_read() -> None:
    beside = read_asc_bb("ASC-BB.csv", BB)
    assert (beside.quarter, beside.refused) == ("2025Q1", ())
    found = asc(beside.rows["71046"], None, beside.quarter)
    assert (found.payment_indicator, found.payment_rate) == ("Z3", Decimal("21.03"))
    assert found.multiple_procedure_discount is None
    assert beside.rows["J1100"].payment_rate is None
    excluded = read_asc_ee("508-Version-Jan-2025-ASC-EE.csv", EE)
    assert asc(excluded.rows["59400"], None, excluded.quarter).payment_indicator == "EE"


def test_an_addendum_is_not_taken_for_another_one() -> None:
    with pytest.raises(LayoutError, match=r"expected addendum BB, .* found addendum AA"):
        read_asc_bb("AA.csv", AA)
    with pytest.raises(LayoutError, match=r"expected addendum EE, .* found addendum AA"):
        read_asc_ee("AA.csv", AA)
    with pytest.raises(LayoutError, match="expected the title of addendum EE"):
        read_asc_ee("EE.csv", EE.replace(b"Addendum EE", b"A list"))


def test_a_code_is_written_from_the_addendum_that_has_it(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report/project.yaml").write_text("", "utf-8")
    files = {"AA.csv": AA, "BB.csv": BB, "Jan-2025-ASC-EE.csv": EE}
    for name, content_of in files.items():
        (tmp_path / name).write_bytes(content_of)
    aa, bb, ee = (str(tmp_path / name) for name in files)

    def imported(*words: str) -> Result:
        given = ["import", "asc", aa, *words, "--project", str(tmp_path)]
        return CliRunner().invoke(main_group, given)

    stop = imported("71046").exception
    assert isinstance(stop, CannotRun)
    assert stop.hint.endswith("add --bb and --ee")
    done = imported("45378", "71046", "59400", "--bb", bb, "--ee", ee)
    assert done.exit_code == 0, done.output
    text = (tmp_path / "report/59400/input.yaml").read_text("utf-8")
    assert plain(read_mapping(text))["asc"]["payment_indicator"] == "EE"
    assert "AA.csv + BB.csv + Jan-2025-ASC-EE.csv" in text
    whole = imported("--all", "--bb", bb, "--ee", ee, "--dry-run")
    assert whole.output.splitlines()[-1].startswith("1 of 4 inputs would be written")
