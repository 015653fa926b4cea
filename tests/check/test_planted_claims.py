"""Wrong advice planted one piece at a time: denied by the right rule. Right advice: silent."""

from __future__ import annotations

from typing import Any

import pytest

from reportkit.check.example import read_example, run_example, specimen
from reportkit.check.remark import Denial
from reportkit.check.verdicts import verdicts
from reportkit.rules import all_rules
from reportkit.source.emit import block

RULES = {rule.name: rule for rule in all_rules()}
JUDGING = (
    "denied-claim",
    "modifier-against-indicator",
    "modifier-against-global",
    "misplaced-modifier",
    "unknown-modifier",
    "facility-modifier",
    "units",
    "bundled-pair",
)
OFFICE = 'sites: [{id: office, name: Office, pos: ["11"], rank: typical}]\n'
HOSPITAL = 'sites: [{id: hospital, name: Hospital, pos: ["22"], rank: typical}]\n'
IMAGING = 'mpfs.pc_tc: "1"\n'
PAIR = """\
ncci:
  - quarter: 2026Q4
    setting: practitioner
    pairs:
      - {column_1: "57511", column_2: "57452", indicator: "%s", deleted: null}
"""


def row(code: str, line: str = "procedure") -> str:
    written = {
        "code": code,
        "description": "A meaning.",
        "when_to_use": "Use when it is so.",
        "documentation": "A note.",
        "appended_to": line,
    }
    return advice(modifiers=[written])


def beside(name: str, *modifiers: str, note: str = "On the same day.") -> str:
    service = {"name": name, "modifiers": list(modifiers), "note": note}
    return advice(companion_services=[service])


def advice(**keys: Any) -> str:
    whole = {"modifiers": [], "companion_services": [], **keys}
    written = "".join(f"{key}:{block(value, 0)}\n" for key, value in whole.items())
    return f"# coding-specifications\n{written}"


def units(text: str) -> str:
    return f"{advice()}# billing-overview\nunits: {text}\n"


VISIT_DATA = 'modifiers: []\nmpfs.global_days: XXX\nmpfs.multiple_procedure: "0"\n'
TEST_DATA = (
    "mpfs: null\nclfs: {release: 2026Q4, rates: [{modifier: null, national: true, rate: 10.56}]}\n"
)
DRUG_DATA = """\
mpfs.status: E
asp: {release: 2026Q4, dosage: 1 MG, payment_limit: 0.1, coinsurance: 0.2, note: null}
mue: {quarter: 2026Q4, practitioner: {units: 120, mai: "3"}, outpatient_hospital: null}
"""
UNLISTED = 'telehealth: {release: "2026", status: null, audio_only: null, listed: false}\n'
NURSING = 'sites: [{id: home, name: Nursing home, pos: ["32"], rank: typical}]\n'
LISTED = 'telehealth: {release: "2026", status: %s, audio_only: %s}\n'


def of(code: str, text: str) -> str:
    return f"# code\n{code}\n{text}"


WRONG = [
    # Modifier against indicator.
    (row("50"), "", "modifier-against-indicator"),
    (row("RT"), "", "modifier-against-indicator"),
    (row("62"), "", "modifier-against-indicator"),
    (row("80"), "", "modifier-against-indicator"),
    (row("AS"), "", "modifier-against-indicator"),
    (row("26"), HOSPITAL, "modifier-against-indicator"),
    (row("TC"), "", "modifier-against-indicator"),
    (row("51", "second-procedure"), 'mpfs.multiple_procedure: "0"\n', "modifier-against-indicator"),
    # Modifier against the global period.
    (row("57", "companion-e-m"), "", "modifier-against-global"),
    (row("24", "companion-e-m"), 'mpfs.global_days: "000"\n', "modifier-against-global"),
    (row("54"), "mpfs.global_days: XXX\n", "modifier-against-global"),
    # A visit's modifier on a procedure, and others where they do not go.
    (row("25"), "", "misplaced-modifier"),
    (row("24"), "", "misplaced-modifier"),
    (row("QW"), "", "misplaced-modifier"),
    (beside("Colposcopy, CPT 57452", "25"), "", "denied-claim"),
    (row("0Z"), "", "unknown-modifier"),
    # Pairs.
    (row("59", "column-two"), PAIR % "0", "denied-claim"),
    (row("51", "column-two"), PAIR % "1", "denied-claim"),
    (beside("Colposcopy, CPT 57452"), PAIR % "1", "bundled-pair"),
    (beside("Colposcopy, CPT 57452", "59"), PAIR % "0", "bundled-pair"),
    # An add-on without one of the codes that it is paid beside.
    (
        beside("Biopsy, CPT 57500"),
        'add_ons: {quarter: 2026Q2, edits: [{add_on: "57511", primary: "57454", kind: "1"}]}\n',
        "denied-claim",
    ),
    # Units and place of service.
    (units("Medicare accepts 2 units on one day."), "", "units"),
    (units("One unit is 15 minutes, so 60 minutes are 4 units."), "", "denied-claim"),
    (row("26"), IMAGING + OFFICE, "denied-claim"),
    # Neighbours of these that the indicators deny by another value.
    (row("50"), 'mpfs.bilateral: "2"\n', "modifier-against-indicator"),
    (row("50"), 'mpfs.bilateral: "9"\n', "modifier-against-indicator"),
    (row("82"), 'mpfs.assistant_surgeon: "1"\n', "modifier-against-indicator"),
    (row("AS"), 'mpfs.assistant_surgeon: "9"\n', "modifier-against-indicator"),
    (row("66"), 'mpfs.team_surgery: "9"\n', "modifier-against-indicator"),
    (row("26"), 'mpfs.pc_tc: "2"\n', "modifier-against-indicator"),
    (row("TC"), 'mpfs.pc_tc: "3"\n', "modifier-against-indicator"),
    (row("TC"), IMAGING + HOSPITAL, "denied-claim"),
    (row("55"), 'mpfs.global_days: "000"\n', "modifier-against-global"),
    (row("56"), "mpfs.global_days: XXX\n", "modifier-against-global"),
    (row("54"), "mpfs.global_days: MMM\n", "modifier-against-global"),
    (row("78", "second-procedure"), "mpfs.global_days: XXX\n", "modifier-against-global"),
    (row("79", "second-procedure"), "mpfs.global_days: ZZZ\n", "modifier-against-global"),
    # What says how another kind of code was given.
    (of("99213", row("59")), VISIT_DATA, "misplaced-modifier"),
    (of("99213", row("52")), VISIT_DATA, "misplaced-modifier"),
    (of("99213", row("76")), VISIT_DATA, "misplaced-modifier"),
    (of("99213", row("AI")), VISIT_DATA, "misplaced-modifier"),
    (beside("Visit, CPT 99213", "59"), "", "denied-claim"),
    (row("JZ"), "", "misplaced-modifier"),
    (row("95"), "", "misplaced-modifier"),
    (of("70553", row("95")), "mpfs: null\n", "misplaced-modifier"),
    # Lists: waived tests, services at a distance, modifiers in force.
    (of("80053", row("QW")), TEST_DATA, "denied-claim"),
    (of("99213", row("93")), VISIT_DATA + LISTED % ("Permanent", "false"), "denied-claim"),
    (of("99213", row("95")), VISIT_DATA + LISTED % ("Deleted", "null"), "denied-claim"),
    (of("99213", row("95")), VISIT_DATA + UNLISTED, "denied-claim"),
    (of("99213", row("FS")), VISIT_DATA + OFFICE, "denied-claim"),
    (beside("Visit, CPT 99213", "57"), "", "modifier-against-global"),
    (of("J1100", row("JG")), DRUG_DATA, "denied-claim"),
    # Surgery, films, hands and screening where there are none.
    (of("93000", row("80")), VISIT_DATA, "misplaced-modifier"),
    (of("70553", row("FX")), VISIT_DATA, "misplaced-modifier"),
    (of("97110", row("F1")), VISIT_DATA, "misplaced-modifier"),
    (of("71046", row("47")), VISIT_DATA, "misplaced-modifier"),
    (of("28285", row("F1")), "modifiers: []\n", "misplaced-modifier"),
    (of("G0121", row("PT")), "modifiers: []\n", "misplaced-modifier"),
    (beside("Reading of the tissue, CPT 88305", "91"), "", "denied-claim"),
    # Facilities' modifiers in an office, and visits that the procedure's payment holds.
    (row("73"), OFFICE, "facility-modifier"),
    (row("74"), OFFICE, "facility-modifier"),
    (beside("Visit, CPT 99213"), "", "denied-claim"),
    # Codes at sites where they are not given.
    (of("99285", row("25")), VISIT_DATA + OFFICE, "denied-claim"),
    (of("99223", row("AI")), VISIT_DATA + OFFICE, "denied-claim"),
    (of("99213", row("25")), VISIT_DATA + OFFICE.replace("11", "21"), "denied-claim"),
    (of("99348", row("25")), VISIT_DATA + OFFICE, "denied-claim"),
    (of("20610", row("RT")), 'mpfs.bilateral: "1"\n' + OFFICE.replace("11", "10"), "denied-claim"),
    (of("E0776", row("NU")), "mpfs: null\n" + OFFICE.replace("11", "21"), "denied-claim"),
    (beside("Visit, CPT 99223", "57"), 'mpfs.global_days: "090"\n' + OFFICE, "denied-claim"),
    # Limits, whatever happens to what is more than them.
    (
        units("Medicare accepts 3 units on one day."),
        'mue: {quarter: 2026Q4, practitioner: {units: 2, mai: "2"}, outpatient_hospital: null}\n',
        "units",
    ),
    (units("Enter 4 units on the claim."), "", "units"),
]

RIGHT = [
    (row("22"), ""),
    (row("52"), ""),
    (row("51", "second-procedure"), ""),
    (row("58", "second-procedure"), ""),
    (row("25", "companion-e-m"), ""),
    (row("57", "companion-e-m"), 'mpfs.global_days: "090"\n'),
    (row("24", "companion-e-m"), 'mpfs.global_days: "090"\n'),
    (row("50"), 'mpfs.bilateral: "1"\n'),
    (row("62"), 'mpfs.co_surgeon: "1"\n'),
    (row("80"), 'mpfs.assistant_surgeon: "2"\n'),
    (row("26"), IMAGING + HOSPITAL),
    (row("26"), IMAGING),
    (row("59", "column-two"), PAIR % "1"),
    (row("XS", "column-two"), PAIR % "1"),
    (beside("Colposcopy, CPT 57452", "59"), PAIR % "1"),
    (beside("A visit", "25"), ""),
    (beside("Reading of the tissue", "26"), ""),
    (beside("CPT 57452", note="It is bundled and never billed on the same day."), PAIR % "0"),
    (units("Medicare accepts 1 unit on one day."), ""),
    (
        units("One unit is 15 minutes, so 60 minutes are 4 units."),
        'mue: {quarter: 2026Q4, practitioner: {units: 4, mai: "3"}, outpatient_hospital: null}\n',
    ),
    (
        units("Hospitals bill at most 3 units on one day."),
        'mue: {quarter: 2026Q4, practitioner: {units: 1, mai: "3"}, '
        'outpatient_hospital: {units: 3, mai: "3"}}\n',
    ),
    (row("50"), 'mpfs.bilateral: "3"\n'),
    (row("LT"), 'mpfs.bilateral: "2"\n'),
    # A hand has a side, whatever two of them are paid; so have a leg's vessels and a breast.
    (of("26111", row("LT")), "modifiers: []\n"),
    (of("93971", row("RT")), "modifiers: []\nmpfs.global_days: XXX\n"),
    (of("77065", row("LT")), "modifiers: []\nmpfs.global_days: XXX\n"),
    (row("81"), 'mpfs.assistant_surgeon: "0"\n'),
    (row("62"), 'mpfs.co_surgeon: "2"\n'),
    (row("66"), 'mpfs.team_surgery: "1"\n'),
    (row("26"), 'mpfs.pc_tc: "6"\n' + HOSPITAL),
    (row("TC"), IMAGING + OFFICE),
    (row("78", "second-procedure"), 'mpfs.global_days: "000"\n'),
    (row("56"), 'mpfs.global_days: "090"\n'),
    (row("54"), 'mpfs.global_days: "090"\n'),
    (row("22"), "mpfs.global_days: MMM\n"),
    (row("73"), 'sites: [{id: asc, name: ASC, pos: ["24"], rank: typical}]\n'),
    (of("99213", row("95")), VISIT_DATA + LISTED % ("Permanent", "null")),
    (of("99213", row("93")), VISIT_DATA + LISTED % ("Permanent", "true")),
    (of("99213", row("25")), VISIT_DATA + UNLISTED),
    (beside("Visit, CPT 99213", "57"), 'mpfs.global_days: "090"\n'),
    (beside("Visit, CPT 99213", "25"), "modifiers: []\nmpfs.global_days: XXX\n"),
    (of("99213", row("FS")), VISIT_DATA + HOSPITAL),
    (of("99308", row("FS")), VISIT_DATA + NURSING),
    (of("99213", row("95")), VISIT_DATA),
    (of("80053", row("QW")), TEST_DATA.replace("null, national", "QW, national")),
    (of("80053", row("91")), TEST_DATA),
    (of("80053", row("59")), TEST_DATA),
    (of("J1100", row("JZ")), DRUG_DATA),
    (of("J1100", row("JW")), DRUG_DATA),
    (beside("Visit, CPT 99213", "57"), 'mpfs.global_days: "090"\n'),
    (beside("Visit, CPT 99213", note="It is bundled and never billed on the same day."), ""),
    (beside("Visit, CPT 99213"), VISIT_DATA),
    (beside("Colposcopy, CPT 57452", "LT", "RT"), PAIR % "1"),
    (units("Enter 1 unit on the claim."), ""),
    (of("92928", row("80")), 'modifiers: []\nmpfs.assistant_surgeon: "0"\n'),
    (of("71046", row("FX")), VISIT_DATA),
    (of("70450", row("CT")), VISIT_DATA),
    (of("28285", row("T1")), "modifiers: []\n"),
    (of("45385", row("PT")), "modifiers: []\n"),
    (of("99285", row("25")), VISIT_DATA + HOSPITAL.replace("22", "23")),
    (of("99223", row("AI")), VISIT_DATA + HOSPITAL),
    (of("99348", row("25")), VISIT_DATA + OFFICE.replace("11", "12")),
    (of("99213", row("25")), VISIT_DATA + OFFICE.replace('"11"', '"11", "21"')),
    (of("99213", row("25")), VISIT_DATA + OFFICE.replace("11", "10")),
    (of("20610", row("RT")), 'mpfs.bilateral: "1"\n' + OFFICE),
    (of("E0776", row("NU")), "mpfs: null\n" + OFFICE.replace("11", "12")),
    # A brace for one leg, and what suppliers of equipment are paid for and physicians are not.
    (of("L1960", row("RT")), 'mpfs.bilateral: "9"\nmpfs.status: X\n'),
    (
        of("A4253", row("KX")),
        "mpfs.status: P\ndmepos: {release: 2026Q1, rates: [{modifiers: [NU], category: IN, "
        "amounts: {AL: 8.32}}]}\n" + OFFICE.replace("11", "12"),
    ),
    (of("A0429", row("RH")), "modifiers: []\nmpfs: null\n"),
]


def example(text: str, data: str) -> str:
    return f"{text}# input\n{data}" if data else text


def found(rule: str, text: str) -> list[str]:
    findings = run_example(RULES[rule], text, all_rules()).findings
    return [finding.message for finding in findings]


@pytest.mark.parametrize(("text", "data", "rule"), WRONG)
def test_wrong_advice_is_denied_and_reported_once_by_the_rule_that_is_named(
    text: str, data: str, rule: str
) -> None:
    whole = example(text, data)
    judged = verdicts(specimen(read_example(whole)))
    denials = [
        remark for verdict in judged for remark in verdict.remarks if isinstance(remark, Denial)
    ]
    assert rule in {denial.rule for denial in denials}, denials
    named = {denial.rule for denial in denials}
    assert {name for name in JUDGING if found(name, whole)} == named


@pytest.mark.parametrize(("text", "data"), RIGHT)
def test_right_advice_is_not_denied_and_no_rule_finds_anything(text: str, data: str) -> None:
    whole = example(text, data)
    judged = verdicts(specimen(read_example(whole)))
    assert judged
    assert [verdict.reasons for verdict in judged if verdict.outcome == "denied"] == []
    assert {name: found(name, whole) for name in JUDGING if found(name, whole)} == {}


@pytest.mark.parametrize("code", ["24", "25", "57"])
def test_a_visit_carries_the_modifiers_of_visits_on_its_own_line(code: str) -> None:
    text = f"# code\n99213\n{row(code, 'companion-e-m')}# input\n{VISIT_DATA}"
    (verdict,) = verdicts(specimen(read_example(text)))
    assert (str(verdict.claim), verdict.outcome) == (f"99213-{code}", "paid")
