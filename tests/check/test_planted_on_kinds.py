"""Advice planted on nine kinds of codes, each verdict argued from the indicators of the kind."""

from __future__ import annotations

import pytest
from test_planted_claims import (
    DRUG_DATA,
    HOSPITAL,
    JUDGING,
    OFFICE,
    VISIT_DATA,
    beside,
    example,
    found,
    of,
    row,
    units,
)

from reportkit.check.example import read_example, specimen
from reportkit.check.remark import Denial
from reportkit.check.verdicts import verdicts

_NOTHING = "".join(
    f'mpfs.{name}: "9"\n'
    for name in (
        "pc_tc", "bilateral", "multiple_procedure", "assistant_surgeon", "co_surgeon",
        "team_surgery",
    )
)  # fmt: skip
_XXX = "modifiers: []\nmpfs.global_days: XXX\n"
IMAGE = f'{_XXX}mpfs.pc_tc: "1"\nmpfs.multiple_procedure: "0"\nmpfs.assistant_surgeon: "0"\n'
ANESTHESIA = (
    f"{_XXX}{_NOTHING}mpfs.status: J\nanesthesia: {{release: '2026', base_units: 4, "
    "national_factor: 20.3, qualifying_factor: null, localities: []}\n"
)
TEST = (
    f"{_XXX}{_NOTHING}mpfs.status: X\n"
    "clfs: {release: 2026Q4, rates: [{modifier: null, national: true, rate: 10.56}]}\n"
)
DRUG = f"{_XXX}{_NOTHING}{DRUG_DATA}"
BIRTH = 'modifiers: []\nmpfs.global_days: MMM\nmpfs.multiple_procedure: "0"\n'
SCOPE = 'modifiers: []\nmpfs.global_days: "000"\nmpfs.multiple_procedure: "3"\n'
CENTER = 'sites: [{id: asc, name: ASC, pos: ["24"], rank: typical}]\n'
PAIRS = """\
ncci:
  - quarter: 2026Q4
    setting: practitioner
    pairs:
      - {column_1: "45378", column_2: "45330", indicator: "0", deleted: null}
      - {column_1: "70553", column_2: "70551", indicator: "1", deleted: null}
"""
DATA = {
    "71046": IMAGE,
    "70553": IMAGE + PAIRS,
    "99213": VISIT_DATA,
    "01220": ANESTHESIA,
    "80053": TEST,
    "36415": TEST,
    "J1100": DRUG,
    **dict.fromkeys(("J0178", "J2778", "J7321"), DRUG),
    "59400": BIRTH,
    "45378": SCOPE + PAIRS,
}
MISPLACED, INDICATOR, PERIOD = (
    "misplaced-modifier",
    "modifier-against-indicator",
    "modifier-against-global",
)
WRONG = {
    # A modifier of another kind of code: it says nothing of this one.
    MISPLACED: "71046+25 71046+JW 71046+AA 71046+QW 71046+P3 71046+63 71046+91 71046+95 "
    "99213+80 99213+54 99213+JW 99213+53 99213+91 99213+P2 99213+AA 01220+47 01220+26 01220+95 "
    "01220+JZ 01220+80 01220+25 01220+91 01220+QW 01220+63 80053+25 80053+JW 80053+AA 80053+95 "
    "J1100+25 J1100+26 J1100+QW J1100+91 59400+63 59400+95 59400+P1 59400+25 59400+JW 45378+95 "
    "45378+AA 45378+91 36415+25 36415+63 36415+AA "
    "71046+90 71046+92 71046+P1 71046+QX 71046+CT 99213+QW 99213+47 01220+JW 80053+F1 80053+QK "
    "J1100+P3 J1100+95 59400+90 45378+T5 45378+QK 45378+JW 36415+95 70553+CT 70553+FY 70553+91 "
    "70553+PI 80053+76 80053+77 80053+PT 71046+80 71046+AS 71046+F1 70553+T5 "
    "01220+PT 01220+74 J1100+52 J1100+NU J1100+RR 99213+76 45378+GP 71046+GN 59400+QW 45378+90",
    # The indicator of the row forbids it, or marks that its concept is not of the code.
    INDICATOR: "71046+LT 71046+62 71046+51 99213+26 99213+50 99213+TC 80053+26 80053+50 80053+51 "
    "80053+LT J1100+51 J1100+LT 59400+50 59400+26 59400+TC 59400+51 45378+26 45378+62 45378+80 "
    "70553+50 70553+LT 70553+66 36415+50 36415+26 01220+50 01220+62",
    # The global period has no days that they could speak of.
    PERIOD: "71046+58 71046+57 71046+24 80053+57 80053+22 59400+54 45378+57 45378+24 45378+54 "
    "45378+55 36415+57 70553+22",
}
"""Rule to the modifiers that it denies on a code."""
LINES = dict.fromkeys(("24", "57"), "companion-e-m") | dict.fromkeys(
    ("51", "58"), "second-procedure"
)
ADVICE = [
    ("80053", units("Medicare accepts 3 units on one day."), "units"),
    ("36415", units("Enter 3 units on the claim."), "units"),
    ("59400", units("Medicare accepts 2 units on one day."), "units"),
    ("J1100", units("Enter 130 units on the claim."), "units"),
    ("J1100", units("One unit is 1 mg, so 200 mg are 200 units."), "denied-claim"),
    ("J1100", beside("Injection, CPT 96372", "25"), "denied-claim"),
    ("80053", row("QW"), "denied-claim"),
    ("70553", beside("Access to a vein, CPT 36000", "25"), "denied-claim"),
    ("70553", beside("Images without contrast, CPT 70551"), "bundled-pair"),
    ("45378", beside("A look into the lower bowel, CPT 45330", "59"), "bundled-pair"),
]
"""Companion services, units and lists, with the rule that denies the advice."""
RIGHT = {
    # No rule of CMS denies 33, KX or a finger: they waive or attest what there may be nothing of.
    "71046": ("26 59 76 77 52 FX GC 53 33 KX FY GA CR", HOSPITAL),
    "70553": ("26 59 76 52", HOSPITAL),
    "99213": ("24 25 57 GC 95 GE 33", ""),
    "01220": ("AA QK QX QZ QS P3 23 G8 QY AD 53 59 76", ""),
    "80053": ("90 91 59 GY 92", ""),
    "J1100": ("JW JZ RE KX 59 JA GY 76", ""),
    # Contractors ask on which eye or knee, or that it was both (articles A53387 and others).
    **dict.fromkeys(("J0178", "J2778", "J7321"), ("RT LT 50 JZ", "")),
    "59400": ("22 GC 52", ""),
    "45378": ("53 33 PT 52 76 51 58 GC 22 KX 63", ""),
    "36415": ("59 F1 F9 CR GA", ""),
}
"""Code to modifiers that its data allows, at the sites that they need."""
RIGHT_ADVICE = [
    ("71046", row("TC"), OFFICE),
    ("45378", row("73"), CENTER),
    ("45378", row("25", "companion-e-m"), ""),
    ("36415", units("Medicare accepts 1 unit on one day."), ""),
    ("J1100", units("One unit is 1 mg, so 100 mg are 100 units."), ""),
    ("70553", beside("Images without contrast, CPT 70551", "59"), ""),
    ("45378", beside("A look into the lower bowel, CPT 45330", note="Never billed beside it."), ""),
]


def planted(code: str, text: str, data: str = "") -> str:
    return of(code, example(text, DATA[code] + data))


def of_row(code: str, modifier: str) -> str:
    """A row on the line that the modifier goes on; on that of the code where it goes on none."""
    line = LINES.get(modifier, "procedure")
    return row(modifier, "companion-e-m" if (code, modifier) == ("99213", "25") else line)


CASES = [
    (pair.partition("+")[0], of_row(*pair.split("+")), rule)
    for rule, pairs in WRONG.items()
    for pair in pairs.split()
]


@pytest.mark.parametrize(("code", "text", "rule"), [*CASES, *ADVICE])
def test_wrong_advice_is_denied_by_a_rule_that_finds_it(code: str, text: str, rule: str) -> None:
    whole = planted(code, text)
    denials = [
        remark
        for verdict in verdicts(specimen(read_example(whole)))
        for remark in verdict.remarks
        if isinstance(remark, Denial)
    ]
    assert rule in {denial.rule for denial in denials}, denials
    assert found(rule, whole)


SOUND = [
    (code, of_row(code, modifier), data)
    for code, (modifiers, data) in RIGHT.items()
    for modifier in modifiers.split()
]


@pytest.mark.parametrize(("code", "text", "data"), [*SOUND, *RIGHT_ADVICE])
def test_right_advice_is_not_denied(code: str, text: str, data: str) -> None:
    whole = planted(code, text, data)
    judged = verdicts(specimen(read_example(whole)))
    assert judged
    assert [verdict.reasons for verdict in judged if verdict.outcome == "denied"] == []
    assert {name: found(name, whole) for name in JUDGING if found(name, whole)} == {}
