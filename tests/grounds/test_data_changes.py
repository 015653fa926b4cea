"""Data of the shipped report that changes is noticed at every sentence it makes false."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from reportkit.check.engine import check
from reportkit.findings.place import Place
from reportkit.rules import all_rules
from reportkit.workspace.workspace import read_workspace
from small_project import ROOT, edit

RELEASE_DAY = date(2026, 11, 23)

CHANGES = {
    "another limit of units": (
        [("practitioner: {units: 1,", "practitioner: {units: 3,")],
        ["One session is one unit"],
    ),
    "another payment indicator of centers": (
        [("payment_indicator: P3", "payment_indicator: G2")],
        ["at an office-based indicator"],
    ),
    "a longer global period": (
        [('global_days: "010"', 'global_days: "090"')],
        [
            "a global period of 10 days",
            "a further procedure within the 10 days",
            "a procedure room within the 10 days",
            "an unrelated procedure within the 10 days",
        ],
    ),
    "no reduction for a second procedure": (
        [('multiple_procedure: "2"', 'multiple_procedure: "0"')],
        ["Use on the lower-valued procedure"],
    ),
    "one payment in all settings": (
        [("facility_payment: 143.94", "facility_payment: 192.14")],
        ["decides the amount"],
    ),
    "no office": (
        [
            (
                '  - id: office\n    name: Office\n    pos: ["11"]\n    rank: also\n'
                "    aliases: [gynecology office]\n",
                "",
            )
        ],
        ["prices the code in the office", "site: office"],
    ),
    "a code that Medicare does not take": (
        [("  status: A\n", "  status: I\n")],
        ["prices the code in the office"],
    ),
    "an edit that is gone": (
        [('{column_1: "57511", column_2: "57452",', '{column_1: "57511", column_2: "57455",')],
        ["bundle the colposcopy", "Medicare bundles colposcopy"],
    ),
}
"""What changes in input.yaml, and words of the sentences that are then false."""


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_noticed_at_each_sentence_it_makes_false(name: str, tmp_path: Path) -> None:
    edits, sentences = CHANGES[name]
    for part in ("report", "sections"):
        shutil.copytree(ROOT / part, tmp_path / part)
    for old, new in edits:
        edit(tmp_path / "report/57511/input.yaml", old, new)
    findings = check(read_workspace(tmp_path, ["57511"]), all_rules(), RELEASE_DAY)
    for words in sentences:
        assert any(
            _lies_on(words, place, findings.sources[place.file])
            for finding in findings.findings
            if finding.severity == "error"
            for place in (finding.place, *(other.place for other in finding.related))
        ), words


def _lies_on(words: str, place: Place, source: str) -> bool:
    """Whether a place shares a stretch with the only place where words stand."""
    start = source.find(words)
    return start != -1 and place.span.start < start + len(words) and start < place.span.end
