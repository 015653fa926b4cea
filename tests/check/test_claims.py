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


@pytest.mark.parametrize(
    ("modifiers", "claimed"),
    [
        (["25"], "visit-25 with 57511"),
        (["25", "57"], "visit-25-57 with 57511"),
        (["59"], "service-59 with 57511"),
        (["25", "59"], "service-25-59 with 57511"),
        (["0Z"], "service-0Z with 57511"),
    ],
)
def test_a_service_without_a_code_is_a_visit_by_its_modifiers(
    modifiers: list[str], claimed: str
) -> None:
    service = {"name": "What is done besides", "modifiers": modifiers, "note": "Often."}
    (verdict,) = judged([], f"companion_services:{block([service], 0)}\n")
    assert str(verdict.claim) == claimed


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


@pytest.mark.parametrize(
    ("validity", "verdict"),
    [
        ("added: null, terminated: 2026-11-01",
         "denied: 57511-22: validity: the code ended on 2026-11-01"),
        ("added: null, terminated: 2026-11-02", "paid: 57511-22: "),
        ("added: 2026-11-02, terminated: null", "paid: 57511-22: "),
        ("added: 2026-11-03, terminated: null",
         "denied: 57511-22: validity: the code begins on 2026-11-03"),
        ("added: 2026-01-01, terminated: 2027-01-01", "paid: 57511-22: "),
    ],
)  # fmt: skip
def test_a_code_is_valid_from_its_first_day_to_its_last(validity: str, verdict: str) -> None:
    data = f"validity: {{release: 2026Q4, {validity}}}\n"
    assert said(judged([row("22")], data=data)).removesuffix(" (code-not-in-force)") == verdict


@pytest.mark.parametrize(
    ("status", "more", "verdict"),
    [
        ("C", "", "paid: 57511-22: "),
        ("C", "clfs: {release: 2026Q4, rates: []}\n", "paid: 57511-22: "),
        ("E", "", "no data: 57511-22: status E: the schedule that pays the code was not provided"),
        ("N", "clfs: {release: 2026Q4, rates: []}\n", "denied: 57511-22: status N in RVU26D: "),
        ("Q", "", "denied: 57511-22: status Q in RVU26D: It is not valid for Medicare"),
    ],
)
def test_a_status_without_an_amount_is_paid_by_whoever_prices_it(
    status: str, more: str, verdict: str
) -> None:
    assert said(judged([row("22")], data=f"mpfs.status: {status}\n{more}")).startswith(verdict)


HOSPITAL = '{id: hospital, name: Hospital, pos: ["22"], rank: typical}'
OFFICE = '{id: office, name: Office, pos: ["11"], rank: typical}'
CENTER = '{id: asc, name: Ambulatory surgical center, pos: ["24"], rank: typical}'


@pytest.mark.parametrize(
    ("modifier", "sites", "verdict"),
    [
        ("26", OFFICE, "denied: 57511-26: place of service: who owns the equipment of an office "
         "bills the whole service, not 57511-26 (denied-claim)"),
        ("26", HOSPITAL, "paid: 57511-26: "),
        ("26", f"{HOSPITAL}, {OFFICE}", "paid: 57511-26: "),
        ("TC", HOSPITAL, "denied: 57511-TC: place of service: the hospital is paid for its "
         "equipment by its own claim, which is without TC (denied-claim)"),
        ("TC", OFFICE, "paid: 57511-TC: "),
        ("TC", f"{HOSPITAL}, {OFFICE}", "paid: 57511-TC: "),
        ("52", OFFICE, "paid: 57511-52: "),
        ("52", HOSPITAL, "paid: 57511-52: "),
    ],
)  # fmt: skip
def test_the_parts_of_a_test_are_billed_by_who_has_the_equipment(
    modifier: str, sites: str, verdict: str
) -> None:
    data = f'mpfs.pc_tc: "1"\nsites: [{sites}]\n'
    assert said(judged([row(modifier)], data=data)) == verdict


@pytest.mark.parametrize(
    ("nonfacility", "facility", "sites", "priced"),
    [
        (True, False, OFFICE, False),
        (True, False, HOSPITAL, True),
        (False, True, HOSPITAL, False),
        (False, True, OFFICE, True),
        (False, True, f"{HOSPITAL}, {OFFICE}", True),
        (True, True, f"{HOSPITAL}, {OFFICE}", False),
    ],
)
def test_a_code_is_priced_at_one_site_at_least(
    nonfacility: bool, facility: bool, sites: str, priced: bool
) -> None:
    flags = f"mpfs.nonfacility_na: {nonfacility}\nmpfs.facility_na: {facility}\n".lower()
    (verdict,) = judged([row("22")], data=f"{flags}sites: [{sites}]\n")
    where = " or ".join(
        kind for kind, site in (("facility", HOSPITAL), ("nonfacility", OFFICE)) if site in sites
    )
    told = (f"place of service: 57511-22 is not priced in a {where} setting (unpriced-site)",)
    assert verdict.reasons == (() if priced else told)


COMPONENT = """\
mpfs.pc_tc: "1"
mpfs.facility_na: true
mpfs.components:
  - {modifier: "26", status: A, work_rvu: 1.00, nonfacility_pe_rvu: 0.50, facility_pe_rvu: 0.50,
     mp_rvu: 0.10, nonfacility_total: 1.60, facility_total: 1.60, nonfacility_na: false,
     facility_na: false, nonfacility_payment: 51.75, facility_payment: 51.75}
  - {modifier: TC, status: A, work_rvu: 0.00, nonfacility_pe_rvu: 0.50, facility_pe_rvu: 0.50,
     mp_rvu: 0.10, nonfacility_total: 0.60, facility_total: 0.60, nonfacility_na: false,
     facility_na: true, nonfacility_payment: 19.41, facility_payment: null}
"""


@pytest.mark.parametrize(
    ("modifier", "sites", "verdict"),
    [
        ("26", HOSPITAL, "paid: 57511-26: "),
        ("22", HOSPITAL, "no data: 57511-22: place of service: in a facility setting the facility "
         "bills 57511-22, whose claim is not judged"),
        ("22", OFFICE, "paid: 57511-22: "),
        ("22", CENTER, "no data: 57511-22: place of service: in a facility setting the facility "
         "bills 57511-22, whose claim is not judged"),
    ],
)  # fmt: skip
def test_a_part_is_priced_by_its_own_row(modifier: str, sites: str, verdict: str) -> None:
    assert said(judged([row(modifier)], data=f"{COMPONENT}sites: [{sites}]\n")) == verdict


def test_a_line_without_a_modifier_leads_to_the_part_that_is_priced() -> None:
    text = "# billing-overview\nunits: Medicare accepts 1 unit on one day.\n"
    data = f"{COMPONENT}sites: [{HOSPITAL}]\n"
    assert said(judged([], text, data=data)) == (
        "no data: 57511: place of service: a clinician is paid 57511-26 in a facility setting; "
        "the claim of the facility is not judged"
    )


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        ("practitioner: {units: 1, mai: '2'}, outpatient_hospital: {units: 2, mai: '3'}", None),
        ("practitioner: {units: 2, mai: '2'}, outpatient_hospital: {units: 1, mai: '3'}", None),
        ("practitioner: {units: 1, mai: '2'}, outpatient_hospital: null", "more than 1 in 2026Q4"),
        ("practitioner: null, outpatient_hospital: {units: 1, mai: '3'}", "more than 1 in 2026Q4"),
        ("practitioner: null, outpatient_hospital: null", "no limit on units was provided"),
    ],
)
def test_units_are_held_to_the_highest_limit_of_any_setting(
    limits: str, reason: str | None
) -> None:
    text = "# billing-overview\nunits: Medicare accepts 2 units on one day.\n"
    (verdict,) = judged([], text, data=f"mue: {{quarter: 2026Q4, {limits}}}\n")
    assert [reason in told for told in verdict.reasons if reason] == ([True] if reason else [])
    assert (verdict.outcome == "paid") is (reason is None)


@pytest.mark.parametrize(
    ("name", "modifiers", "data", "outcome"),
    [
        ("Visit, CPT 99213", [], "", "denied"),
        ("Visit, CPT 99213", ["25"], "", "paid"),
        ("Visit, CPT 99213", [], "mpfs.global_days: XXX\n", "paid"),
        ("Visit, CPT 99213", [], "mpfs.global_days: '000'\n", "denied"),
        ("Biopsy, CPT 57500", [], "", "paid"),
    ],
)
def test_the_payment_of_surgery_holds_the_visit_of_its_day(
    name: str, modifiers: list[str], data: str, outcome: str
) -> None:
    service = {"name": name, "modifiers": modifiers, "note": "Often."}
    companion = f"companion_services:{block([service], 0)}\n"
    (verdict,) = judged([], companion, data=f"{data}ncci: []\n", beside=SAME)
    assert verdict.outcome == outcome
    if outcome == "denied":
        assert verdict.reasons[0].endswith(
            "the payment holds the visit 99213 of the day (denied-claim)"
        )


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
