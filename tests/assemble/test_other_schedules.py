"""What is printed of anesthesia, equipment, add-on codes and telehealth."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from test_data_sections import document
from test_fee_table import NOTHING, blocks, printed, rows

from reportkit.assemble.document import Codes, Facts, KeyFacts, Paragraph, Table
from reportkit.check.example import read_example, specimen
from reportkit.workspace.statements import sayable
from reportkit.workspace.statements.statement import Statement

FACTOR = '{locality: "0111254", name: Any county, factor: 20.87}'
ANESTHESIA = (
    "anesthesia: {release: RVU26A, base_units: 4, national_factor: 20.4976, "
    f"localities: [{FACTOR}]}}\n"
)
EQUIPMENT = """\
dmepos:
  release: 2026Q1
  rates:
    - {modifiers: [NU], category: IN, jurisdiction: D, ceiling: null, floor: null, amounts: [
        {states: [AL, AR], nonrural: 90.5, rural: 120}, {states: [AK], nonrural: 99, rural: null}]}
    - {modifiers: [RR], category: XX, jurisdiction: null, ceiling: 9, floor: 8, amounts: []}
"""
ADD_ONS = """\
add_ons:
  quarter: 2026Q2
  edits:
    - {add_on: "57511", primary: "57455", kind: "1"}
    - {add_on: "57511", primary: "57454", kind: "1"}
    - {add_on: "58110", primary: "57511", kind: "3", note: With a scope.}
"""


def facts(text: str, name: str) -> dict[str, str]:
    """The pairs of the facts in a part."""
    return {
        label: getattr(value, "text", "")
        for made in blocks(printed(text), name)
        if isinstance(made, Facts)
        for label, value in made.pairs
    }


def test_anesthesia_is_shown_by_an_example_in_the_units_of_the_code() -> None:
    said = [
        getattr(made.text, "text", "")
        for made in blocks(printed(ANESTHESIA), "anesthesia")
        if isinstance(made, Paragraph)
    ]
    assert "(4 base units + 4 time units) × 20.4976 = $163.98" in said[0]
    assert "QK, QX, and QY" in said[1]
    assert rows(printed(ANESTHESIA), "anesthesia-localities")[0][:2] == [
        "0111254 Any county",
        "$20.87",
    ]


def test_anesthesia_without_base_units_has_no_example() -> None:
    text = ANESTHESIA.replace("base_units: 4", "base_units: null")
    assert facts(text, "anesthesia")["Base units"] == "Not provided"
    assert not any(
        "×" in getattr(getattr(made, "text", None), "text", "")
        for made in blocks(printed(text), "anesthesia")
    )


def test_fees_for_equipment_stand_by_modifier_and_by_states_that_pay_alike() -> None:
    found = printed(EQUIPMENT)
    assert rows(found, "equipment-table") == [
        ["NU", "Inexpensive or routinely bought", "The contractor for equipment", "$90.50",
         "$120.00", "—", "—"],
        ["RR", "XX", "—", "—", "—", "$8.00", "$9.00"],
    ]  # fmt: skip
    assert [row[:3] for row in rows(found, "equipment-states")] == [
        ["NU", "$90.50", "$120.00"],
        ["NU", "$99.00", "—"],
    ]


def test_add_ons_stand_in_groups_with_what_is_said_of_them() -> None:
    listing = "# report\nsections: [summary, related-codes]\n# input\n"
    found = document(f"{listing}{ADD_ONS}")
    (table,) = [made for made in blocks(found, "add-ons") if isinstance(made, Table)]
    shown = [
        [cell.codes if isinstance(cell, Codes) else getattr(cell, "text", "") for cell in row.cells]
        for row in table.rows
    ]
    assert shown == [
        ["Paid beside one of these codes only", "—", ("57454", "57455")],
        [
            "These add-ons may stand beside it, and beside codes that the contractor names",
            "With a scope.",
            ("58110",),
        ],
    ]


UNLISTED = "status: null, audio_only: null, listed: false"


def test_the_standing_on_the_telehealth_list_is_shown() -> None:
    text = 'telehealth: {release: "2026", status: Permanent, audio_only: false}\n'
    assert facts(text, "telehealth") == {
        "On the list of": "2026",
        "Standing on the list": "Permanent",
        "Sound without a picture": "Not enough",
    }
    unlisted = text.replace("status: Permanent, audio_only: false", UNLISTED)
    assert facts(unlisted, "telehealth") == {"Not on the list of": "2026"}


BILLED = """\
billed_modifiers: {release: "2024", rows: [{modifier: null, services: 1200, denied: 30},
  {modifier: "59", services: 50, denied: null}]}
"""


def test_modifiers_that_were_billed_stand_in_a_table() -> None:
    found = document(f"# report\nsections: [summary, utilization]\n# input\n{BILLED}")
    assert rows(found, "billed-table") == [["None", "1,200", "30"], ["59", "50", "suppressed"]]


class English:
    """Writes messages as they are."""

    def say(self, message: str, **values: object) -> str:
        return message.format(**values)

    def listed(self, items: Iterable[str]) -> str:
        return ", ".join(items)

    def money(self, amount: object) -> str:
        return f"${amount}"

    def number(self, value: object) -> str:
        return str(value)


def said(name: str, data: str) -> str:
    publication = specimen(read_example(f"# input\n{data}"))
    found = sayable(name, publication.input)
    assert isinstance(found, Statement), found
    return found.write(publication.input, English())


def test_statements_are_made_of_the_new_schedules() -> None:
    assert "× 20.4976 = $163.9808" in said("anesthesia_payment", ANESTHESIA)
    assert said("equipment_fees", EQUIPMENT) == "By state Medicare pays NU $90.5 to $120."
    assert "which Medicare pays beside 57454, 57455 and never alone" in said(
        "add_on_codes", ADD_ONS
    )
    assert said("billed_modifiers", BILLED).endswith("in 2024 were 59.")
    listed = 'telehealth: {release: "2026", status: null, audio_only: null}\n'
    assert said("telehealth_list", listed).endswith("telehealth services of 2026.")
    unlisted = listed.replace("status: null, audio_only: null", UNLISTED)
    assert said("telehealth_list", unlisted).startswith("Medicare does not list the code among")


def key_facts(text: str, **fees: Any) -> list[tuple[str, str]]:
    """The key facts that say what Medicare pays, each with what it is for."""
    (facts,) = [made for made in printed(text, **fees).opening if isinstance(made, KeyFacts)]
    return [
        (fact.value.text, str(fact.note)) for fact in facts.facts if fact.label == "Medicare pays"
    ]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (
            "clfs: {release: 2026Q1, rates: [{modifier: null, national: true, rate: 10.56}]}\n",
            ("$10.56", "For the test"),
        ),
        (
            "asp: {release: 2026Q1, dosage: 1 MG, payment_limit: 0.094, coinsurance: 0.2}\n",
            ("$0.094", "For 1 mg of the drug"),
        ),
        (ANESTHESIA, ("$163.98", "For an hour of anesthesia")),
        (EQUIPMENT, ("$90.50–$120.00", "By state, with NU")),
    ],
)
def test_what_another_schedule_pays_is_a_key_fact(data: str, shown: tuple[str, str]) -> None:
    (found,) = key_facts(data, **NOTHING, status="X")
    assert found[0] == shown[0]
    assert shown[1] in found[1]


def test_addendum_b_says_nothing_of_what_it_does_not_give() -> None:
    text = """\
opps: {release: 2026Q1, status_indicator: Q4, apc: null, relative_weight: null,
  payment_rate: null, copayment: null, minimum_copayment: null}
"""
    assert list(facts(text, "outpatient-hospital")) == ["Status indicator"]


CENTER = """\
asc: {release: %s, payment_indicator: A2, multiple_procedure_discount: true, payment_rate: 510,
  apc: "5311", opps_payment_rate: 950}
opps: {release: 2026Q2, status_indicator: T, apc: "5311", relative_weight: 9, payment_rate: 911,
  copayment: null, minimum_copayment: 182}
sites: [{id: hospital, name: Hospital, pos: ["22"], rank: typical}]
"""


@pytest.mark.parametrize(("release", "rate"), [("2026Q3", "$950.00"), ("2026Q1", "$911.00")])
def test_of_two_rates_of_hospitals_the_newer_one_counts(release: str, rate: str) -> None:
    (paid,) = [made for made in printed(CENTER % release).opening if isinstance(made, Table)]
    assert getattr(paid.rows[0].cells[3], "text", "") == rate


def test_a_setting_in_which_nobody_is_paid_is_no_row_and_what_has_no_whole_no_picture() -> None:
    found = printed("sites: null\n", nonfacility_payment=None, nonfacility_na=True)
    (paid,) = [made for made in found.opening if isinstance(made, Table)]
    assert [getattr(row.cells[0], "text", "") for row in paid.rows] == [
        "Ambulatory surgical center",
        "Outpatient hospital",
    ]
    assert [column.kind for column in paid.columns] == ["text", *["figure"] * 3]


def test_releases_without_any_payment_are_no_history() -> None:
    earlier = {"release": "RVU25D", "nonfacility_payment": None, "facility_payment": None}
    found = printed(**NOTHING, status="X", history=[earlier])
    assert rows(found, "payment-history-table") == []


def test_a_column_in_which_no_row_says_anything_is_left_out() -> None:
    plain = EQUIPMENT.replace("modifiers: [RR]", "modifiers: []").replace("[NU]", "[]")
    one = plain[: plain.index("    - {modifiers: [], category: XX")]
    assert rows(printed(one), "equipment-table")[0][0] == "Inexpensive or routinely bought"


def parameters(text: str) -> list[list[str]]:
    listing = "# report\nsections: [summary, code-parameters]\n"
    return rows(document(f"{listing}{text}"), "parameters")


def test_indicators_without_a_concept_are_left_out_where_another_schedule_pays() -> None:
    names = ("bilateral", "pc_tc", "multiple_procedure")
    nines = "".join(f'mpfs.{name}: "9"\n' for name in names)
    for status, number in (("X", 5), ("A", 8)):
        assert len(parameters(f"# input\nmpfs.status: {status}\n{nines}")) == number


def test_the_global_period_of_a_visit_says_which_modifiers_go_on_visits() -> None:
    found = parameters("# code\n99213\n# input\nmpfs.global_days: XXX\n")
    (period,) = [row for row in found if row[0] == "Global period"]
    assert period[3].startswith("24, 25 and 57 go on the visit")
