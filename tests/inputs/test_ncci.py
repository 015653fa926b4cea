"""NCCI tables: units and pairs, in CMS's own layout and in the plain one."""

from __future__ import annotations

import pytest
from cms_samples import CMS_MUE, CMS_PTP, MUE, MUE_HOSPITAL, PTP, content
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.inputs.layout import LayoutError
from reportkit.inputs.ncci_mue import mue, read_mue
from reportkit.inputs.ncci_ptp import ncci, read_ptp


def test_units_of_two_settings_make_one_dataset() -> None:
    found = mue("57511", read_mue(MUE, content(MUE)), read_mue(MUE_HOSPITAL, content(MUE_HOSPITAL)))
    assert found is not None
    assert found.quarter == "2024Q3"
    assert found.practitioner is not None
    assert found.outpatient_hospital is not None
    assert (found.practitioner.units, found.practitioner.mai) == (1, "3")
    assert found.outpatient_hospital.rationale == "Anatomic Consideration"


def test_cms_layout_of_units_reads_like_the_plain_one() -> None:
    theirs, plain = read_mue(CMS_MUE, content(CMS_MUE)), read_mue(MUE, content(MUE))
    assert theirs.limits["57511"] == plain.limits["57511"]
    assert (theirs.quarter, theirs.setting) == (plain.quarter, plain.setting)
    assert theirs.limits["0001U"].mai == "2"


def test_code_without_a_limit_has_no_dataset() -> None:
    assert mue("57512", read_mue(MUE, content(MUE)), None) is None


def test_quarter_is_asked_for_where_the_name_does_not_say_it() -> None:
    with pytest.raises(LayoutError, match="expected a quarter in the file's name") as stop:
        read_mue("mue.csv", content(MUE))
    assert stop.value.hint == "name it with --release, for example --release 2025Q4"
    assert read_mue("mue.csv", content(MUE), "2025Q1").quarter == "2025Q1"
    with pytest.raises(LayoutError, match="a quarter like 2025Q4"):
        read_mue("mue.csv", content(MUE), "2025-Q1")


def test_edits_of_suppliers_are_refused_by_what_they_are() -> None:
    supplier = content(CMS_MUE).replace(b"Practitioner Services MUE", b"DME Supplier Services MUE")
    with pytest.raises(LayoutError, match="found edits of suppliers"):
        read_mue(CMS_MUE, supplier)


def test_pair_listed_from_both_sides_is_one_pair() -> None:
    table = read_ptp(PTP, content(PTP), ["57511"])
    pairs = [(each.column_1, each.column_2, each.indicator) for each in table.pairs]
    assert pairs.count(("57511", "57452", "0")) == 1
    assert ("57513", "57511", "1") in pairs
    assert (table.quarter, table.setting) == ("2024Q3", "practitioner")


def test_pairs_deleted_before_the_quarter_are_kept_apart() -> None:
    table = read_ptp(PTP, content(PTP))
    assert sum(1 for each in table.pairs if each.deleted) == 3
    assert {each.deleted for each in ncci("57511", table).pairs} == {None}


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        (b"20021001,*,0,", True),
        (b"20021001,20240630,0,", True),
        (b"20021001,20021001,0,", False),
        (b"20021001,20020930,0,", False),
        (b"20241001,*,0,", False),
        (b"20240930,*,0,", True),
    ],
)
def test_pairs_never_in_force_up_to_the_quarter_are_left_out(days: bytes, kept: bool) -> None:
    edited = content(CMS_PTP).replace(b"20021001,*,0,", days, 1)
    assert edited != content(CMS_PTP) or days == b"20021001,*,0,"
    lost = set(read_ptp(CMS_PTP, content(CMS_PTP)).pairs) - set(read_ptp(CMS_PTP, edited).pairs)
    found = len(read_ptp(CMS_PTP, edited).pairs)
    assert (found == len(read_ptp(CMS_PTP, content(CMS_PTP)).pairs)) is kept
    assert (lost == set()) is (kept and b"*" in days)


def test_cms_layout_of_pairs_reads_like_the_plain_one() -> None:
    theirs = read_ptp(CMS_PTP, content(CMS_PTP))
    assert (theirs.quarter, theirs.setting) == ("2024Q3", "practitioner")
    shared = set(theirs.pairs) & set(read_ptp(PTP, content(PTP)).pairs)
    assert {(each.column_1, each.column_2) for each in shared} == {
        ("57511", "57452"),
        ("57511", "57410"),
        ("57513", "57511"),
    }
    assert len(ncci("57511", theirs).pairs) == 3
    assert theirs.refused == ()


def test_only_pairs_of_the_codes_asked_for_are_kept() -> None:
    table = read_ptp(CMS_PTP, content(CMS_PTP), ["57520"])
    assert [(each.column_1, each.column_2) for each in table.pairs] == [("57520", "57510")]


def test_setting_is_asked_for_where_the_name_does_not_say_it() -> None:
    with pytest.raises(LayoutError, match="practitioner or outpatient hospital"):
        read_ptp("pairs-2024Q3.csv", content(PTP))
    found = read_ptp("pairs-2024Q3.csv", content(PTP), setting="outpatient-hospital")
    assert found.setting == "outpatient-hospital"


@pytest.mark.parametrize("cell", ["*", "", " "])
def test_a_pair_without_an_end_is_in_force(cell: str) -> None:
    table = content(CMS_PTP).replace(b"20021001,*,0,", f"20021001,{cell},0,".encode())
    assert read_ptp(CMS_PTP, table).pairs == read_ptp(CMS_PTP, content(CMS_PTP)).pairs


def test_tab_separated_pairs_are_read() -> None:
    tabs = content(CMS_PTP).replace(b",", b"\t")
    assert read_ptp(CMS_PTP, tabs).pairs == read_ptp(CMS_PTP, content(CMS_PTP)).pairs


def test_pair_without_an_indicator_is_refused_with_its_line() -> None:
    broken = content(CMS_PTP).replace(b"20021001,*,0,", b"20021001,*,,")
    (refused,) = read_ptp(CMS_PTP, broken, ["57511"]).refused
    assert "modifier indicator `` is not one of 0, 1, 9" in refused.reason
    assert (refused.line, refused.codes) == (9, ("57511", "57452"))


@given(st.sampled_from([MUE, CMS_MUE, PTP, CMS_PTP]), st.data())
@settings(max_examples=150)
def test_truncated_table_never_gives_what_the_whole_one_does_not(
    name: str, data: st.DataObject
) -> None:
    cut = content(name)[: data.draw(st.integers(0, len(content(name))))]
    try:
        if name in (MUE, CMS_MUE):
            units = read_mue(name, cut).limits
            assert units.items() <= read_mue(name, content(name)).limits.items()
        else:
            assert set(read_ptp(name, cut).pairs) <= set(read_ptp(name, content(name)).pairs)
    except LayoutError:
        return
