"""The claims that advice makes, and what the data says of each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from reportkit.check.example import read_example, specimen
from reportkit.check.verdicts import Verdict, verdicts
from reportkit.source.emit import block
from small_project import copy_project, edit, run

SAME = "mpfs.release: RVU26D\n"
"""Data of a companion like that of the code itself."""
NCCI = """\
ncci:
  - quarter: 2026Q4
    setting: practitioner
    pairs:
      - {column_1: "57511", column_2: "57452", indicator: "%s", deleted: null}
"""


def judged(
    rows: list[dict[str, Any]], *more: str, data: str = "", beside: str | None = None
) -> list[Verdict]:
    """The verdicts on a modifier table of these rows, under data that differs as given.

    `beside` is how the data of every companion differs; without it there is none.
    """
    written = [
        {
            "description": "A meaning.",
            "when_to_use": "Use when it is so.",
            "documentation": "A note.",
        }
        | row
        for row in rows
    ]
    table = f"# coding-specifications\nmodifiers:{block(written, 0)}\n"
    text = "".join((table, *more, f"# input\n{data}" if data else ""))
    other = None if beside is None else specimen(read_example(f"# input\n{beside}"))
    known = None if other is None else other.files["input"]
    return list(verdicts(specimen(read_example(text)), lambda _: known))


def row(code: str, line: str = "procedure") -> dict[str, Any]:
    return {"code": code, "appended_to": line}


def said(found: list[Verdict]) -> str:
    (verdict,) = found
    return f"{verdict.outcome}: {verdict.claim}: {'; '.join(verdict.reasons)}"


def test_a_modifier_that_the_indicators_allow_is_paid() -> None:
    assert said(judged([row("52")])) == "paid: 57511-52: "


@pytest.mark.parametrize(
    ("code", "line", "data", "reason"),
    [
        ("50", "procedure", "", "modifier 50: bilateral procedure 0, "),
        ("LT", "procedure", "", "modifier LT: bilateral procedure 0, "),
        ("RT", "procedure", "", "modifier RT: bilateral procedure 0, "),
        ("51", "procedure", 'mpfs.multiple_procedure: "0"\n', "modifier 51: multiple procedure"),
        ("62", "procedure", "", "modifier 62: co-surgeons 0, "),
        ("66", "procedure", "", "modifier 66: team surgery 0, "),
        ("80", "procedure", "", "modifier 80: assistant"),
        ("AS", "procedure", "", "modifier AS: assistant"),
        ("26", "procedure", "", "modifier 26: "),
        ("TC", "procedure", "", "modifier TC: "),
        ("25", "procedure", "", "modifier 25 does not go on 57511: it goes on the line companion"),
        ("24", "procedure", "", "modifier 24 does not go on 57511"),
        ("57", "companion-e-m", "", "modifier 57: global period 010, "),
        ("24", "companion-e-m", 'mpfs.global_days: "000"\n', "modifier 24: global period 000, "),
        ("54", "procedure", "mpfs.global_days: XXX\n", "modifier 54: global period XXX, "),
        ("58", "second-procedure", "mpfs.global_days: XXX\n", "modifier 58: global period XXX, "),
        ("22", "procedure", "mpfs.global_days: ZZZ\n", "modifier 22: global period ZZZ, "),
        ("QW", "procedure", "", "modifier QW goes on "),
        ("0Z", "procedure", "", "modifier 0Z is not known"),
        ("59", "column-two", NCCI % "0", "pair: NCCI 2026Q4 practitioner never pays"),
        ("51", "column-two", NCCI % "1", "pays 57511 and 57452 only with a modifier made for it"),
        ("22", "procedure", "mpfs.status: N\n", "status N in RVU26D: Medicare does not cover it"),
        ("22", "procedure", "mpfs.facility_na: true\nmpfs.nonfacility_na: true\n",
         "place of service: 57511-22 is not priced in a facility or nonfacility setting"),
        ("22", "procedure",
         "validity: {release: 2026Q4, added: 2000-01-01, terminated: 2025-12-31}\n",
         "validity: the code ended on 2025-12-31"),
        ("22", "procedure", "mue.practitioner.units: 0\nmue.outpatient_hospital.units: 0\n",
         "units: 1 are more than 0 in 2026Q4"),
    ],
)  # fmt: skip
def test_advice_that_the_data_contradicts_is_denied(
    code: str, line: str, data: str, reason: str
) -> None:
    found = said(judged([row(code, line)], data=data))
    assert found.startswith("denied: ")
    assert reason in found


def test_a_pair_at_indicator_1_is_paid_with_a_modifier_made_for_it() -> None:
    found = judged([row("59", "column-two")], data=NCCI % "1")
    assert said(found) == "paid: 57511 with 57452-59: "


def test_a_companion_service_without_a_modifier_is_denied_by_a_pair() -> None:
    service = {"name": "Colposcopy, CPT 57452", "modifiers": [], "note": "On the same day."}
    companion = f"companion_services:{block([service], 0)}\n"
    denied = judged([], companion, data=NCCI % "1")
    assert said(denied).startswith("denied: 57452 with 57511: pair: ")
    service["modifiers"] = ["59"]
    companion = f"companion_services:{block([service], 0)}\n"
    paid = judged([], companion, data=NCCI % "1", beside=SAME)
    assert said(paid) == "paid: 57452-59 with 57511: "
    assert said(judged([], companion, data=NCCI % "1")) == (
        "no data: 57452-59 with 57511: 57452: no report has the data of the code"
    )


@pytest.mark.parametrize(
    ("modifier", "beside", "reason"),
    [
        ("59", "mpfs.status: B\n", "denied: 57452-59 with 57511: 57452: status B in RVU26D: "),
        ("50", 'mpfs.bilateral: "2"\n', "57452: modifier 50: bilateral procedure 2, "),
        ("59", "mpfs.facility_na: true\nmpfs.nonfacility_na: true\n", "57452: place of service: "),
        ("59", "mue.practitioner.units: 0\nmue.outpatient_hospital.units: 0\n", "57452: units: 1 "),
        ("59", "mue: null\n", "no data: 57452-59 with 57511: 57452: no limit on units"),
    ],
)
def test_the_line_of_a_companion_is_held_to_the_data_of_its_own_code(
    modifier: str, beside: str, reason: str
) -> None:
    service = {"name": "Colposcopy, CPT 57452", "modifiers": [modifier], "note": "Often."}
    companion = f"companion_services:{block([service], 0)}\n"
    assert reason in said(judged([], companion, data=NCCI % "1", beside=beside))


def test_what_is_never_billed_beside_the_code_is_no_claim_that_its_own_data_denies() -> None:
    note = "It is bundled and never billed on the same day."
    service = {"name": "Colposcopy, CPT 57452", "modifiers": [], "note": note}
    companion = f"companion_services:{block([service], 0)}\n"
    found = said(judged([], companion, data=NCCI % "1", beside="mpfs.status: B\n"))
    assert found.startswith("no data: ")
    assert "57452: status B in RVU26D: " in found


def test_modifiers_of_which_a_line_carries_one_are_alternatives() -> None:
    service = {"name": "Colposcopy, CPT 57452", "modifiers": ["LT", "RT", "59"], "note": "Often."}
    found = judged([], f"companion_services:{block([service], 0)}\n", data=NCCI % "1")
    assert [str(verdict.claim) for verdict in found] == [
        "57452-LT-59 with 57511",
        "57452-RT-59 with 57511",
    ]


def test_a_service_that_is_named_without_code_and_modifier_is_no_pass() -> None:
    service = {"name": "Reading of the tissue", "modifiers": [], "note": "On the same day."}
    found = judged([], f"companion_services:{block([service], 0)}\n")
    assert said(found) == (
        "no data: service with 57511: the companion service is named without its code"
    )


def test_units_above_the_limit_are_denied() -> None:
    text = "# billing-overview\nunits: Medicare accepts 2 units on one day.\n"
    found = said(judged([], text))
    assert found.startswith("denied: 57511 x 2: units: 2 are more than 1 in 2026Q4")


def test_the_professional_part_is_not_billed_where_the_office_owns_the_equipment() -> None:
    office = '{id: office, name: Office, pos: ["11"], rank: typical}'
    data = f'mpfs.pc_tc: "1"\nsites: [{office}]\n'
    assert "bills the whole service" in said(judged([row("26")], data=data))


ADD_ON = """\
add_ons:
  quarter: 2026Q2
  edits:
    - {add_on: "57511", primary: "57452", kind: "%s"}
    - {add_on: "57511", primary: "57454", kind: "%s"}
"""


def companions(*names: str) -> str:
    rows = [{"name": name, "modifiers": [], "note": "On the same day."} for name in names]
    return f"companion_services:{block(rows, 0)}\n"


def test_an_add_on_stands_behind_its_primary_code() -> None:
    found = judged([row("52")], data=ADD_ON % ("1", "1"))
    assert said(found) == "paid: 57452 with 57511-52: "


def test_an_add_on_without_a_primary_code_among_its_companions_is_denied() -> None:
    data = ADD_ON % ("1", "1") + NCCI % "1"
    (alone,) = judged([], companions("Biopsy, CPT 57500"), data=data)
    assert (alone.outcome, str(alone.claim)) == ("denied", "57500 with 57511")
    assert alone.reasons == (
        "add-on: 57511 is paid beside 57452, 57454 only in 2026Q2, and none of them is on the "
        "claim (denied-claim)",
    )
    both = companions("Biopsy, CPT 57500", "Another view, CPT 57454")
    named = judged([], both, data=data, beside=SAME)
    assert [(str(one.claim), one.outcome) for one in named] == [
        ("57454 with 57500 with 57511", "paid"),
        ("57454 with 57511", "paid"),
    ]


def test_codes_that_the_contractor_names_are_no_pass_and_no_denial() -> None:
    (verdict,) = judged([], companions("Biopsy, CPT 57500"), data=ADD_ON % ("1", "3"))
    assert verdict.outcome == "no data"
    assert "beside 57452, 57454 and codes that the contractor names" in verdict.reasons[0]
    unknown = judged([row("52")], data="mpfs.global_days: ZZZ\n")
    assert said(unknown) == (
        "no data: 57511-52: add-on: the table of add-on codes was not provided"
    )


@pytest.mark.parametrize(
    ("data", "lacking"),
    [
        ("mpfs: null\n", "the fee schedule was not provided"),
        ("mue: null\n", "no limit on units was provided"),
        ("sites: null\n", "no site with a place of service was provided"),
        ("mpfs.status: X\n", "the schedule that pays the code was not provided"),
    ],
)
def test_what_cannot_be_judged_is_no_pass(data: str, lacking: str) -> None:
    found = said(judged([row("22")], data=data))
    assert found.startswith("no data: 57511-22: ")
    assert lacking in found


def test_a_laboratory_test_is_held_against_the_laboratory_schedule() -> None:
    rates = "clfs: {release: 2026Q4, rates: [{modifier: null, national: true, rate: 10.56}]}\n"
    assert said(judged([row("22")], data=f"mpfs.status: X\n{rates}")).startswith("paid: ")


ONE_SERVICE = """\
reportkit: coding-specifications/1
intro: As provided.
modifiers: []
excluded_modifiers: []
companion_services:
  - {name: Reading of the tissue, modifiers: [], note: On the same day.}
"""


def test_the_command_prints_each_claim_and_fails_if_one_is_denied(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    passed = run(folder, "claims", "57511")
    assert passed.returncode == 0
    assert "paid     57511-22  (coding-specifications.modifiers[0].code)\n" in passed.stdout
    assert passed.stdout.endswith("6 claims: 4 paid, 0 denied, 2 no data\n")

    section = folder / "sections/57511/coding-specifications.yaml"
    edit(section, 'code: "22"', 'code: "50"')
    denied = run(folder, "claims", "57511")
    assert denied.returncode == 1
    assert "denied   57511-50" in denied.stdout

    section.write_text(ONE_SERVICE, "utf-8")
    assert run(folder, "claims", "57511").stdout.endswith("1 claim: 0 paid, 0 denied, 1 no data\n")


def test_the_page_for_reviewers_has_the_claims_with_what_becomes_of_them(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    edit(folder / "sections/57511/coding-specifications.yaml", 'code: "22"', 'code: "50"')
    run(folder, "review", "57511")
    page = (folder / "build/review/57511.html").read_text("utf-8")
    _, _, claims = page.partition('<h2 id="claims">')
    table, _, _ = claims.partition("</table>")
    assert re.search(r'<th scope="row">57511-50</th>.*?<td>denied</td>', table, re.DOTALL)
    assert "(modifier-against-indicator)" in table
    assert "<td>no data</td>" in table
