"""What the relative value file says of a code, and which rows are refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from cms_samples import GPCI, PFS, content, table, with_cell, written
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.inputs.descriptors import DescriptorPolicy, fingerprint, held
from reportkit.inputs.gpci import locality_payment, read_gpci
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.payment import Indices
from reportkit.inputs.pfs import PfsFile, PfsRow, mpfs, read_pfs, whole_service
from reportkit.model.fees import Mpfs

HEADER_ROWS = 10


def read(data: bytes | None = None) -> PfsFile:
    return read_pfs(PFS, content(PFS) if data is None else data)


def row(code: str, modifier: str = "") -> PfsRow:
    return next(each for each in read().by_code()[code] if each.modifier == modifier)


def dataset(code: str) -> Mpfs:
    return mpfs(read().by_code()[code], read())


def test_row_of_a_code_has_its_units_indicators_and_payments() -> None:
    found = dataset("57511")
    assert (found.work_rvu, found.nonfacility_pe_rvu, found.facility_pe_rvu, found.mp_rvu) == (
        Decimal("1.95"),
        Decimal("3.66"),
        Decimal("2.17"),
        Decimal("0.33"),
    )
    assert (found.nonfacility_total, found.facility_total) == (Decimal("5.94"), Decimal("4.45"))
    assert (found.global_days, found.multiple_procedure, found.pc_tc) == ("010", "2", "0")
    assert found.nonfacility_payment == Decimal("192.14")
    assert found.facility_payment == Decimal("143.94")


def test_release_and_its_first_day_come_from_the_title() -> None:
    assert (read().release, read().effective) == ("RVU25D", date(2025, 10, 1))


def test_file_without_a_title_takes_its_release_from_its_name_or_the_user() -> None:
    bare = written(table(PFS)[5:])
    assert read_pfs("PPRRVU25_JUL.csv", bare).release == "RVU25C"
    assert read_pfs("x.csv", bare, release="RVU25B").effective == date(2025, 4, 1)
    with pytest.raises(LayoutError, match="a title that names year and month") as stop:
        read_pfs("x.csv", bare)
    assert stop.value.hint == "name it with --release, for example --release RVU25D"


def test_every_row_is_read_or_refused() -> None:
    data = with_cell(PFS, "57511", "1.95", "n/a")
    found = read(data)
    assert len(found.rows) + len(found.refused) == len(table(PFS)) - HEADER_ROWS
    assert [(row.codes, row.reason) for row in found.refused] == [
        (("57511",), "work rvu `n/a` is not a number")
    ]


def test_total_that_is_not_the_sum_of_its_parts_is_refused_with_the_sum() -> None:
    (refused,) = read(with_cell(PFS, "57511", "5.94", "5.95")).refused
    assert refused.reason == "non-facility total 5.95 is not 1.95 + 3.66 + 0.33 = 5.94"


def test_global_days_without_their_zeros_are_refused() -> None:
    (refused,) = read(with_cell(PFS, "57511", "010", "10")).refused
    assert refused.reason.startswith("global days `10` is not one of 000, 010, 090")
    assert "spreadsheet" in refused.reason


def test_code_without_its_zeros_is_refused() -> None:
    (refused,) = read(with_cell(PFS, "00100", "00100", "100")).refused
    assert "`100` is not a code of five digits" in refused.reason


def test_setting_marked_na_has_no_payment() -> None:
    facility_only = row("11004")
    assert facility_only.nonfacility_na
    assert facility_only.payment("nonfacility") is None
    assert facility_only.payment("facility") == Decimal("546.98")


@pytest.mark.parametrize("code", ["0001F", "00100", "90380", "D0120"])
def test_code_that_is_not_paid_by_its_units_has_no_payment(code: str) -> None:
    assert row(code).payment("nonfacility") is None


def test_of_several_rows_the_one_without_modifier_stands_for_the_service() -> None:
    rows = read().by_code()["70496"]
    assert [each.modifier for each in rows] == ["", "26", "TC"]
    assert whole_service(rows) == rows[0]
    assert whole_service(read().by_code()["86153"]) is None


def test_imaging_is_paid_no_more_than_the_outpatient_cap() -> None:
    scan = row("70496")
    assert scan.total("nonfacility") * scan.conversion_factor > Decimal("272.35")
    assert scan.payment("nonfacility") == Decimal("257.80")
    assert scan.capped("nonfacility")
    assert not row("57511").capped("nonfacility")


def test_the_cap_is_compared_in_each_locality_by_itself() -> None:
    dear = Indices(Decimal(1), Decimal("1.5"), Decimal(1))
    # (1.75 + 6.11 x 1.5 + 0.11) x 32.3465, less than with 6.56 as practice expense
    assert row("70496").payment("nonfacility", dear) == Decimal("356.62")


def test_the_units_of_the_cap_are_kept_for_imaging_alone() -> None:
    kept = dataset("70496").opps_cap
    assert kept is not None
    assert kept.nonfacility_pe_rvu == Decimal("6.11")
    assert dataset("57511").opps_cap is None


def test_a_dropped_descriptor_leaves_a_fingerprint_that_finds_a_copy() -> None:
    left = dataset("57511").descriptor
    assert left is not None
    assert left.words == 3
    text = "Known as Cooling of Cervix; not as cooling of the cervix."
    found = [text[span.start : span.end] for span in held(text, left)]
    assert found == ["Cooling of Cervix", "cooling of the cervix"]
    assert fingerprint("G0101", "cooling of cervix") is None


def test_descriptors_are_dropped_unless_kept_under_a_licence() -> None:
    assert {each.descriptor for each in read().rows} == {None}
    kept = read_pfs(PFS, content(PFS), DescriptorPolicy.KEEP_UNDER_LICENCE)
    assert whole_service(kept.by_code()["57511"]).descriptor == "cooling of cervix"  # type: ignore[union-attr]


def test_locality_payment_weighs_each_part_by_its_index() -> None:
    places = read_gpci(GPCI, content(GPCI))
    chico = next(each for each in places.localities if each.locality == "0111255")
    found = locality_payment(read().by_code()["57511"], chico)
    assert found.name == "CHICO, CA"
    assert (found.nonfacility_payment, found.facility_payment) == (
        Decimal("199.33"),
        Decimal("146.66"),
    )
    assert locality_payment(read().by_code()["11004"], chico).nonfacility_payment is None


def test_notes_below_the_indices_are_not_rows_and_stars_not_part_of_names() -> None:
    places = read_gpci(GPCI, content(GPCI))
    assert (len(places.localities), places.refused, places.year) == (4, (), "2025")
    assert [each.name for each in places.localities][1] == "ALASKA"


def renamed(old: str, new: str) -> bytes:
    rows = table(PFS)
    for header in rows[:HEADER_ROWS]:
        header[:] = [new if cell.strip() == old else cell for cell in header]
    return written(rows)


def test_slightly_renamed_columns_are_still_found() -> None:
    assert read(renamed("CONV", "CONVERSION")).rows == read().rows
    assert read(renamed("PCTC", "PC/TC")).rows == read().rows
    assert read(renamed("GLOB", "GLOBAL")).rows == read().rows


def test_missing_column_is_named_with_the_one_it_may_have_become() -> None:
    with pytest.raises(LayoutError, match="expected a column `WORK RVU`") as stop:
        read(renamed("WORK", "WRK"))
    assert stop.value.hint == "rename `WRK RVU` to `WORK RVU`, if it is this column"


def test_imaging_is_refused_where_the_columns_of_its_cap_cannot_be_told() -> None:
    rows = table(PFS)
    above = next(row for row in rows if "NON-FACILITY" in row and "WORK" not in row)
    above.insert(0, above.pop())
    found = read(written(rows))
    assert found.by_code()["57511"] == read().by_code()["57511"]
    refused = [row for row in found.refused if "outpatient cap on imaging" in row.reason]
    assert {code for row in refused for code in row.codes} == {"0509T", "70496"}


def test_repeated_names_without_the_rows_above_them_are_refused() -> None:
    rows = table(PFS)
    with pytest.raises(LayoutError, match="expected columns `STATUS CODE`"):
        read(written(rows[:1] + rows[9:]))


@given(st.permutations(range(31)), st.integers(0, 31))
@settings(max_examples=40)
def test_reordered_and_added_columns_give_the_same_rows(order: list[int], at: int) -> None:
    rows = table(PFS)
    shuffled = [[row[index] for index in order] for row in rows]
    for number, each in enumerate(shuffled):
        each.insert(
            at,
            ["NEW", "COLUMN"][number - 8]
            if 8 <= number < HEADER_ROWS
            else "7"
            if number >= HEADER_ROWS
            else "",
        )
    assert read(written(shuffled)) == read()


@given(st.integers(0, len(content(PFS)) - 1))
@settings(max_examples=150)
def test_truncated_file_is_refused_or_gives_rows_of_the_whole_one(length: int) -> None:
    try:
        found = read(content(PFS)[:length])
    except LayoutError:
        return
    assert set(found.rows) <= set(read().rows)


def test_cut_last_row_is_refused_with_its_line() -> None:
    (refused,) = read(content(PFS)[:-60]).refused
    assert refused.line == len(table(PFS))
    assert "it may be cut off" in refused.reason


@given(st.binary(max_size=400))
@settings(max_examples=150)
def test_bytes_of_any_kind_raise_nothing_but_a_layout_error(data: bytes) -> None:
    with pytest.raises(LayoutError):
        read(data)


@pytest.mark.parametrize(
    ("data", "found", "hint"),
    [
        (b"", "an empty file", "download the file again"),
        (b"PK\x03\x04abc", "a zipped file", "unpack it and give the table inside"),
        (
            "HCPCS,MOD".encode("utf-16-le"),
            "UTF-16 without a mark, or binary data",
            "if it is text, add --encoding utf-16-le",
        ),
        (b"<!DOCTYPE html><title>Licence", "a web page", "accept the licence in a browser"),
        (b"%PDF-1.7", "a PDF", "download the CSV"),
    ],
)
def test_other_kind_of_file_is_named_with_what_to_do(data: bytes, found: str, hint: str) -> None:
    with pytest.raises(LayoutError) as stop:
        read(data)
    assert stop.value.found.startswith(found)
    assert (stop.value.hint or "").startswith(hint)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_encodings_in_use_read_the_same(encoding: str) -> None:
    data = content(PFS).decode().replace("Notice of", "Notice\u2014of").encode(encoding)
    assert read(data) == read()
