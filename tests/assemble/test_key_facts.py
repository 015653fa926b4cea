"""Key facts: what opens a publication, from the data it was given."""

from __future__ import annotations

import gettext
import re
from decimal import Decimal

from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import (
    Codes,
    Document,
    KeyFacts,
    Markup,
    Paragraph,
    Plain,
    Section,
    Table,
)
from reportkit.assemble.patient_share import fifth
from reportkit.check.example import read_example, specimen

PRICES = """\
sites:
  - {id: office, name: Office, pos: ["11"], rank: typical}
  - {id: asc, name: Surgical center, pos: ["24"], rank: also}
  - {id: hopd, name: Hospital outpatient, pos: ["19", "22"], rank: also}
  - {id: inpatient, name: Hospital inpatient, pos: ["21"], rank: also}
mpfs: {release: RVU26D, status: A, global_days: "010", preoperative: 0.1, intraoperative: 0.8,
  postoperative: 0.1, multiple_procedure: "2", bilateral: "0", assistant_surgeon: "1",
  co_surgeon: "0", team_surgery: "0", pc_tc: "0", work_rvu: 1.95, nonfacility_pe_rvu: 3.66,
  facility_pe_rvu: 2.17, mp_rvu: 0.33, nonfacility_total: 5.94, facility_total: 4.45,
  nonfacility_na: false, facility_na: false, conversion_factor: 32.3465,
  nonfacility_payment: 192.14, facility_payment: 143.94}
asc: {release: 2026Q4, payment_indicator: P3, multiple_procedure_discount: true,
  payment_rate: 118.39, apc: "5412", opps_payment_rate: 303.79}
"""

PAIRS = """\
ncci:
  - quarter: 2026Q4
    setting: practitioner
    pairs:
      - {column_1: "57511", column_2: "64415", indicator: "0", deleted: null, rationale: Misuse}
      - {column_1: "57511", column_2: "57452", indicator: "0", deleted: null, rationale: Misuse}
      - {column_1: "57511", column_2: "99213", indicator: "1", deleted: null, rationale: Practice}
      - {column_1: "57520", column_2: "57511", indicator: "1", deleted: null, rationale: Practice}
      - {column_1: "57511", column_2: "36000", indicator: "1", deleted: 2026-01-01,
         rationale: Practice}
"""


def made(inputs: str, report: str = "") -> Document:
    example = f"# report\n{report}# input\n{inputs}"
    return assemble(specimen(read_example(example)), gettext.NullTranslations())


def facts(inputs: str, report: str = "") -> dict[str, tuple[str, str]]:
    """Label to value and note."""
    (found,) = (b for b in made(inputs, report).opening if isinstance(b, KeyFacts))
    return {
        fact.label: (
            fact.value.text,
            fact.note.markdown if isinstance(fact.note, Markup) else getattr(fact.note, "text", ""),
        )
        for fact in found.facts
    }


def rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells if isinstance(cell, Plain)] for row in table.rows]


def paid(inputs: str) -> Table | None:
    found = (block for block in made(inputs).opening if isinstance(block, Table))
    return next(found, None)


def test_what_medicare_pays_is_told_by_site_to_both_and_in_all() -> None:
    table = paid(PRICES)
    assert table is not None
    assert rows(table) == [
        ["Office", "11", "$192.14", "—", "$192.14", "$38.43"],
        ["Surgical center", "24", "$143.94", "$118.39", "$262.33", "$52.47"],
        ["Hospital outpatient", "19, 22", "$143.94", "$303.79", "$447.73", "at least $89.55"],
        ["Hospital inpatient", "21", "$143.94", "—", "—", "—"],
    ]


def test_a_whole_is_not_told_where_a_part_of_it_is_not_known() -> None:
    table = paid(PRICES.replace("payment_rate: 118.39", "payment_rate: null"))
    assert table is not None
    assert rows(table)[1] == ["Surgical center", "24", "$143.94", "—", "—", "—"]
    assert paid("mpfs: null\n") is None


def test_a_total_names_the_fields_it_was_added_from() -> None:
    table = paid(PRICES)
    assert table is not None
    total = table.rows[1].cells[4]
    assert isinstance(total, Plain)
    assert total.ground is not None
    assert total.ground.field == "mpfs.facility_payment + asc.payment_rate"
    assert total.ground.raw == "262.33"


OUTPATIENT = """\
opps: {release: 2026Q4, status_indicator: T, apc: "5412", relative_weight: 3.4,
  payment_rate: 303.79, copayment: null, minimum_copayment: 60.76}
"""


def test_a_hospitals_copayment_is_what_its_schedule_sets() -> None:
    table = paid(PRICES + OUTPATIENT)
    assert table is not None
    owed = table.rows[2].cells[5]
    assert isinstance(owed, Plain)
    assert owed.text == "$89.55"
    assert owed.ground is not None
    assert owed.ground.field == "20% of mpfs.facility_payment + opps.minimum_copayment"


def test_a_patient_owes_nothing_of_what_prevents() -> None:
    preventive = "# billing-overview\npurpose: screening\n"
    example = read_example(f"{preventive}# input\n{PRICES}")
    document = assemble(specimen(example), gettext.NullTranslations())
    (table,) = (block for block in document.opening if isinstance(block, Table))
    assert "Patient's share" not in [column.title for column in table.columns]
    assert "deductible" not in (table.source or "")


def test_why_a_patient_owes_nothing_is_said_with_where_it_stands() -> None:
    hospital = (
        'opps: {release: 2025Q4, status_indicator: S, apc: "5522", relative_weight: 1.2, '
        "payment_rate: 106.34, copayment: 0.00, minimum_copayment: 0.00}\n"
    )
    document = assemble(
        specimen(read_example(f"# input\n{PRICES}{hospital}")), gettext.NullTranslations()
    )
    (table,) = (block for block in document.opening if isinstance(block, Table))
    assert "Patient's share" not in [column.title for column in table.columns]
    assert "addendum B gives a copayment of zero" in (table.source or "")


def test_codes_beside_it_are_counted_by_what_a_modifier_can_do_the_nearest_named_first() -> None:
    found = facts(PAIRS, "sections: [summary, related-codes]\n")
    assert found["Never paid beside it"] == ("2 codes", "[57452, 64415](#related-codes)")
    assert found["Paid beside it with a modifier"] == ("2 codes", "[57520, 99213](#related-codes)")


def test_a_fact_leads_to_its_section_only_where_there_is_one() -> None:
    assert facts(PAIRS, "sections: [summary]\n")["Never paid beside it"][1] == "57452, 64415"


def test_what_was_not_provided_is_named_in_its_place() -> None:
    found = facts("ncci: null\n", "sections: [summary]\n")
    assert found["Never paid beside it"] == ("—", "[Not provided](#data-gaps)")
    found = facts("ncci: null\n", "sections: [summary, related-codes]\n")
    assert found["Never paid beside it"] == ("—", "[Not provided](#related-codes)")


def test_modifiers_that_the_fee_schedule_rules_out_are_named() -> None:
    assert facts(PRICES)["Modifiers ruled out"][0] == "50 LT RT 62 66 80 81 82 AS 26 TC"


def test_pairs_are_grouped_by_indicator_side_reason_and_last_day() -> None:
    document = made(PAIRS, "sections: [summary, related-codes]\n")
    (part,) = _parts(document, "pairs-practitioner")
    (table,) = (block for block in part.blocks if isinstance(block, Table))
    said = [
        (
            *[c.text for c in row.cells if isinstance(c, Plain)],
            *[" ".join(c.codes) for c in row.cells if isinstance(c, Codes)],
        )
        for row in table.rows
    ]
    assert said == [
        ("Never", "Misuse", "57452 64415"),
        ("With a modifier", "Practice", "99213"),
        ("With a modifier", "Practice (57511 is in column 2)", "57520"),
        ("With a modifier", "Practice (deleted on January 1, 2026)", "36000"),
    ]
    assert table.caption == "5 pairs by what is said of them"


def test_why_a_facility_has_no_amount_is_said_by_its_kind() -> None:
    table = paid(PRICES.replace("payment_rate: 118.39", "payment_rate: null"))
    assert table is not None
    assert "No rate of a surgical center was provided. Other facilities are paid" in (
        table.source or ""
    )
    assert "A hospital is not paid by this code" not in (table.source or "")
    for indicator, meaning in (
        ("N1", "Packaged, not paid separately"),
        ("EE", "Surgery that is excluded from payment to surgical centers"),
    ):
        packaged = PRICES.replace("payment_rate: 118.39", "payment_rate: null")
        table = paid(re.sub(r"payment_indicator: \w+", f"payment_indicator: {indicator}", packaged))
        assert table is not None
        assert f"Payment indicator {indicator}: {meaning}. Other" in (table.source or "")
        assert "No rate of a surgical center" not in (table.source or "")
    refused = OUTPATIENT.replace("status_indicator: T", "status_indicator: B")
    refused = refused.replace("payment_rate: 303.79", "payment_rate: null")
    table = paid(PRICES + refused)
    assert table is not None
    assert "A hospital is not paid by this code for outpatients." in (table.source or "")
    assert "copayment" not in (table.source or "")


def test_one_code_beside_it_is_named_once() -> None:
    single = PAIRS.replace('column_2: "64415", indicator: "0"', 'column_2: "64415", indicator: "9"')
    found = facts(single, "sections: [summary, related-codes]\n")
    assert found["Never paid beside it"] == ("57452", "[By pair edits](#related-codes)")
    none = facts("ncci: []\n", "sections: [summary, related-codes]\n")
    assert none["Never paid beside it"] == ("No code", "[By pair edits](#related-codes)")


def test_a_period_without_days_is_told_in_words() -> None:
    for letters, words in (("XXX", "None"), ("MMM", "No days set"), ("ZZZ", "Of the base code")):
        changed = PRICES.replace('global_days: "010"', f"global_days: {letters}")
        assert facts(changed)["Global period"][0] == words


def test_only_the_words_that_stand_in_the_table_of_pairs_are_explained() -> None:
    (part,) = _parts(made(PAIRS, "sections: [summary, related-codes]\n"), "pairs-practitioner")
    said = part.blocks[0]
    assert isinstance(said, Paragraph)
    assert isinstance(said.text, Plain)
    assert ("Never:" in said.text.text, "Deleted:" in said.text.text) == (True, False)
    assert part.title == "Pair edits, practitioner, 2026Q4"


def _parts(document: Document, name: str) -> list[Section]:
    return [
        inner for section in document.sections for inner in section.subsections if inner.id == name
    ]


def test_a_share_of_any_amount_is_told_to_the_cent() -> None:
    assert fifth(Decimal("192.14")) == Decimal("38.43")
    assert fifth(Decimal(10) ** 29) == Decimal(2) * Decimal(10) ** 28
