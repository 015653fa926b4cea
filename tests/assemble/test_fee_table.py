"""What is printed of the fee schedule for each kind of code: parts, settings, two factors."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from test_data_sections import document, every

from reportkit.assemble.document import Block, Document, Paragraph, Section, Table
from reportkit.check.example import specimen
from reportkit.source.emit import block

IMAGING: dict[str, Any] = {
    "work_rvu": 1, "nonfacility_pe_rvu": 4, "facility_pe_rvu": 4, "mp_rvu": 1,
    "nonfacility_total": 6, "facility_total": 6, "facility_na": True, "conversion_factor": 30,
    "nonfacility_payment": 180, "facility_payment": None,
}  # fmt: skip
READING: dict[str, Any] = {
    "modifier": "26", "status": "A", "work_rvu": 1, "nonfacility_pe_rvu": 1, "facility_pe_rvu": 1,
    "mp_rvu": 0, "nonfacility_total": 2, "facility_total": 2, "nonfacility_na": False,
    "facility_na": False, "nonfacility_payment": 60, "facility_payment": 60,
}  # fmt: skip
DEVICE: dict[str, Any] = {
    "modifier": "TC", "status": "A", "work_rvu": 0, "nonfacility_pe_rvu": 3, "facility_pe_rvu": 3,
    "mp_rvu": 1, "nonfacility_total": 4, "facility_total": 4, "nonfacility_na": False,
    "facility_na": True, "nonfacility_payment": 120, "facility_payment": None,
}  # fmt: skip
NOTHING: dict[str, Any] = {
    "work_rvu": 0,
    "nonfacility_pe_rvu": 0,
    "facility_pe_rvu": 0,
    "mp_rvu": 0,
    "nonfacility_total": 0,
    "facility_total": 0,
    "nonfacility_payment": None,
    "facility_payment": None,
}


def printed(more: str = "", **fees: Any) -> Document:
    """A publication whose fee schedule has these values, beside those of the specimen."""
    plain = specimen({}).input.mpfs
    assert plain is not None
    values = {**plain.model_dump(exclude_defaults=True), **fees}
    sections = "# report\nsections: [summary, medicare-payment, rate-benchmarks]\n# input\n"
    return document(f"{sections}mpfs:{block(values, 0)}\n{more}")


def blocks(found: Document, name: str) -> Iterator[Block]:
    for part in every(found.sections):
        if part.id == name:
            yield from part.blocks


def rows(found: Document, table: str) -> list[list[str]]:
    """The cells of a table, a list a row; nothing if it is not printed."""
    return [
        [getattr(cell, "text", "") for cell in row.cells]
        for part in every(found.sections)
        for made in part.blocks
        if isinstance(made, Table) and made.id == table
        for row in made.rows
    ]


def said(found: Document) -> str:
    return " ".join(
        getattr(made.text, "text", "")
        for made in blocks(found, "medicare-payment")
        if isinstance(made, Paragraph)
    )


def subsections(found: Document) -> list[str]:
    parents: list[Section] = every(found.sections)
    return [
        inner.id for part in parents if part.id == "medicare-payment" for inner in part.subsections
    ]


def test_each_part_of_a_service_has_its_units_and_payment_and_a_setting_marked_na_no_figures() -> (
    None
):
    found = printed(**IMAGING, components=[READING, DEVICE])
    dashes = ["—"] * 4
    assert rows(found, "payment") == [
        ["Whole service", "Non-facility", "1", "4", "1", "6", "$180.00"],
        ["Whole service", "Facility", *dashes, "Paid with 26 only"],
        ["Professional part (26)", "Non-facility", "1", "1", "0", "2", "$60.00"],
        ["Professional part (26)", "Facility", "1", "1", "0", "2", "$60.00"],
        ["Technical part (TC)", "Non-facility", "0", "3", "1", "4", "$120.00"],
        ["Technical part (TC)", "Facility", *dashes, "In what the facility is paid"],
    ]


def test_what_contractors_price_says_so_and_prints_no_zeros() -> None:
    found = printed(**NOTHING, status="C")
    assert rows(found, "payment") == []
    assert "status C. Medicare's contractors set the payment" in said(found)


def test_a_part_that_is_priced_stands_beside_one_that_contractors_price() -> None:
    cap = {"nonfacility_pe_rvu": 7, "facility_pe_rvu": 7, "mp_rvu": 1}
    found = printed(**NOTHING, status="C", facility_na=True, components=[READING], opps_cap=cap)
    dashes = ["—"] * 4
    assert rows(found, "payment")[:3] == [
        ["Whole service", "Non-facility", *dashes, "Set by the contractor"],
        ["Whole service", "Facility", *dashes, "Set by the contractor"],
        ["Professional part (26)", "Non-facility", "1", "1", "0", "2", "$60.00"],
    ]
    assert rows(found, "opps-cap-table") == [
        ["Whole service", "Non-facility", "$291.12", "Set by the contractor"],
    ]


def test_the_lower_of_units_and_cap_is_the_payment_of_a_part_too() -> None:
    cap = {"nonfacility_pe_rvu": 2, "facility_pe_rvu": 2, "mp_rvu": 1}
    capped = DEVICE | {"opps_cap": cap, "nonfacility_payment": 90}
    found = printed(**IMAGING, components=[READING, capped])
    assert rows(found, "opps-cap-table") == [
        ["Technical part (TC)", "Non-facility", "$120.00", "$90.00", "$90.00"],
    ]


def test_a_code_of_another_fee_schedule_names_it_and_has_no_table_of_localities() -> None:
    place = {"locality": "0111254", "name": "A", "work_gpci": 1, "pe_gpci": 1, "mp_gpci": 1,
             "nonfacility_payment": None, "facility_payment": None}  # fmt: skip
    found = printed(**NOTHING, status="X", localities=[place])
    assert "under another fee schedule, as that of laboratories" in said(found)
    assert rows(found, "payment") == []
    assert subsections(found) == []


def test_units_of_what_medicare_does_not_cover_stand_without_a_payment() -> None:
    found = printed(status="N", nonfacility_payment=None, facility_payment=None)
    assert [row[-1] for row in rows(found, "payment")] == ["5.94", "4.45"]
    assert "status N. Medicare does not cover it." in said(found)


def test_both_conversion_factors_stand_side_by_side_in_table_and_words() -> None:
    second = {"conversion_factor": 33, "nonfacility_payment": 196, "facility_payment": 147}
    earlier = {"release": "RVU25D", "nonfacility_payment": 190, "facility_payment": 140}
    found = printed(
        release="RVU26C", participants="nonqualifying", qualifying=second, history=[earlier]
    )
    assert [row[-2:] for row in rows(found, "payment")] == [
        ["$192.14", "$196.00"],
        ["$143.94", "$147.00"],
    ]
    assert "33 to qualifying participants" in said(found)
    assert [row[0] for row in rows(found, "payment-history-table")] == [
        "RVU25D",
        "RVU26C",
        "RVU26C, qualifying participants",
    ]


def test_a_single_factor_of_two_says_for_whom_it_holds() -> None:
    assert "who are not qualifying participants" in said(printed(participants="nonqualifying"))
    assert "is that of qualifying participants" in said(printed(participants="qualifying"))
    assert said(printed(participants="all")) == ""


def test_localities_have_a_column_for_each_part() -> None:
    paid = [
        {"modifier": "26", "nonfacility_payment": 61, "facility_payment": 61},
        {"modifier": "TC", "nonfacility_payment": 123, "facility_payment": None},
    ]
    place = {"locality": "0111254", "name": "A", "work_gpci": 1, "pe_gpci": 1, "mp_gpci": 1,
             "nonfacility_payment": 184, "facility_payment": None, "components": paid}  # fmt: skip
    found = printed(**IMAGING, components=[READING, DEVICE], localities=[place])
    assert rows(found, "localities-table")[0][4:7] == ["$184.00", "$61.00", "$123.00"]


def test_in_a_hospital_the_clinician_is_paid_the_professional_part() -> None:
    asc = {
        "release": "2026Q3",
        "payment_indicator": "Z2",
        "multiple_procedure_discount": False,
        "payment_rate": 50,
        "apc": "5521",
        "opps_payment_rate": 90,
    }
    found = printed(f"asc:{block(asc, 0)}\n", **IMAGING, components=[READING, DEVICE])
    (paid,) = [made for made in found.opening if isinstance(made, Table)]
    cells = [[getattr(cell, "text", "") for cell in row.cells] for row in paid.rows]
    assert [row[2:5] for row in cells if row[1] in ("22", "24")] == [
        ["with 26: $60.00", "$50.00", "$110.00"],
    ]


def test_center_rates_of_earlier_quarters_are_listed() -> None:
    now = {
        "release": "2026Q3",
        "payment_indicator": "P3",
        "multiple_procedure_discount": True,
        "payment_rate": Decimal("115.81"),
        "apc": None,
        "opps_payment_rate": None,
    }
    before = now | {"release": "2026Q2", "payment_rate": 116}
    found = printed(f"asc:{block(now | {'history': [before]}, 0)}\n")
    assert [row[:3] for row in rows(found, "center-history")] == [
        ["2026Q2", "P3", "$116.00"],
        ["2026Q3", "P3", "$115.81"],
    ]
