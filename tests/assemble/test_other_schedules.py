"""What is printed of anesthesia, equipment, add-on codes and telehealth."""

from __future__ import annotations

from collections.abc import Iterable

from test_data_sections import document
from test_fee_table import blocks, printed, rows

from reportkit.assemble.document import Codes, Facts, Paragraph, Table
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
    said = [getattr(made.text, "text", "") for made in blocks(printed(ANESTHESIA), "anesthesia")
            if isinstance(made, Paragraph)]  # fmt: skip
    assert "(4 base units + 4 time units) × 20.4976 = $163.98" in said[0]
    assert "QK, QX, and QY" in said[1]
    assert rows(printed(ANESTHESIA), "anesthesia-localities")[0][:2] == [
        "0111254 Any county",
        "$20.87",
    ]


def test_anesthesia_without_base_units_has_no_example() -> None:
    text = ANESTHESIA.replace("base_units: 4", "base_units: null")
    assert facts(text, "anesthesia")["Base units"] == "Not provided"
    assert not any("×" in getattr(getattr(made, "text", None), "text", "")
                   for made in blocks(printed(text), "anesthesia"))  # fmt: skip


def test_fees_for_equipment_stand_by_modifier_and_by_states_that_pay_alike() -> None:
    found = printed(EQUIPMENT)
    assert rows(found, "equipment-table") == [
        ["NU", "Inexpensive or routinely bought", "The contractor for equipment", "$90.50",
         "$120.00"],
        ["RR", "XX", "—", "—", "—"],
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
        ["These add-ons may stand beside it, and beside codes that the contractor names",
         "With a scope.", ("58110",)],
    ]  # fmt: skip


def test_the_standing_on_the_telehealth_list_is_shown() -> None:
    text = 'telehealth: {release: "2026", status: Permanent, audio_only: false}\n'
    assert facts(text, "telehealth") == {
        "On the list of": "2026",
        "Standing on the list": "Permanent",
        "Sound without a picture": "Not enough",
    }


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
    listed = 'telehealth: {release: "2026", status: null, audio_only: null}\n'
    assert said("telehealth_list", listed).endswith("telehealth services of 2026.")
