"""Claims on nine kinds of codes: each verdict follows from the row that a file has of the code."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kinds_of_codes import MADE_OF, made_by_imports
from reportkit.check.verdicts import Verdict, verdicts
from reportkit.source.emit import block
from reportkit.workspace.workspace import read_workspace
from small_project import edit, run


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_by_imports(tmp_path_factory.mktemp("nine"))


def test_imports_alone_leave_no_error(imported: Path) -> None:
    checked = run(imported, "check")
    assert ". 0 errors, " in checked.stdout.splitlines()[-1], checked.stdout


def test_what_imports_began_is_not_ready_and_says_what_is_not_written(imported: Path) -> None:
    """Even on the day of its data, under a title and for readers that a person wrote."""
    report = imported / "report/99213/report.yaml"
    text = report.read_text("utf-8")
    assert "title: Coding report for CPT 99213" in text
    checked = run(
        imported, "check", "99213", "--select", "unfinished-report", "--format", "concise"
    )
    assert "the title `Coding report for CPT 99213` says nothing of the service" in checked.stdout
    assert "nobody is named as a reader of the report" in checked.stdout
    edit(report, "title: Coding report for CPT 99213", "title: A visit to the office")
    edit(report, "audience: []", "audience: [billers]")
    checked = run(
        imported, "check", "99213", "--select", "unfinished-report", "--format", "concise"
    )
    report.write_text(text, "utf-8")
    found = [line.partition("] ")[2] for line in checked.stdout.splitlines() if "] " in line]
    assert found == [
        "summary, billing-overview, clinical-context, coding-specifications are not written",
        "nobody has said whether there are payers or sites or modifiers",
    ]


def row(code: str, line: str) -> dict[str, str]:
    return {
        "code": code,
        "description": "A meaning.",
        "when_to_use": "Use when it is so.",
        "documentation": "A note.",
        "appended_to": line,
    }


def judged(folder: Path, code: str, modifier: str, line: str, site: str) -> Verdict:
    """The verdict on a table with one row, given at one place of service."""
    place = f'[{{id: site, name: A site, pos: ["{site}"], rank: typical}}]'
    edit(folder / f"report/{code}/input.yaml", "sites: null", f"sites: {place}")
    section = folder / f"sections/{code}/coding-specifications.yaml"
    section.parent.mkdir(parents=True)
    table = block([row(modifier, line)], 0)
    section.write_text(
        "reportkit: coding-specifications/1\nintro: As provided.\n"
        f"modifiers:{table}\nexcluded_modifiers: []\ncompanion_services: []\n",
        "utf-8",
    )
    (publication,) = read_workspace(folder, [code]).publications
    (verdict,) = verdicts(publication)
    return verdict


CASES = [
    # PC/TC 1: the reading is billed apart in a hospital, and not where the office owns it.
    ("71046", "26", "procedure", "22", "paid", ""),
    ("71046", "26", "procedure", "11", "denied", "who owns the equipment of an office"),
    ("71046", "50", "procedure", "11", "denied", "bilateral procedure"),
    ("70553", "TC", "procedure", "11", "paid", ""),
    ("70553", "52", "procedure", "22", "no data", "the facility bills 70553-52"),
    # A visit carries 24, 25 and 57 whatever its own period says; surgery does not.
    ("99213", "25", "companion-e-m", "11", "paid", ""),
    ("99213", "24", "companion-e-m", "11", "paid", ""),
    ("99213", "26", "procedure", "11", "denied", "professional and technical parts 0"),
    ("99213", "54", "procedure", "11", "denied", "54 goes on surgery"),
    # Base units and factors are held, so anesthesia has what pays it.
    ("01220", "AA", "procedure", "22", "paid", ""),
    ("01220", "50", "procedure", "22", "denied", "bilateral procedure"),
    ("45378", "53", "procedure", "11", "paid", ""),
    ("45378", "57", "companion-e-m", "22", "denied", "global period 000"),
    ("59400", "22", "procedure", "22", "paid", ""),
    ("59400", "26", "procedure", "22", "denied", "professional and technical parts"),
    ("80053", "QW", "procedure", "11", "paid", ""),
    ("80053", "26", "procedure", "11", "denied", "professional and technical parts"),
    ("36415", "25", "procedure", "11", "denied", "modifier 25 does not go on 36415"),
    ("J1100", "JZ", "procedure", "11", "paid", ""),
    ("J1100", "LT", "procedure", "11", "denied", "bilateral procedure"),
]
"""Code, modifier, its line and place of service; what becomes of the claim, and why."""


@pytest.mark.parametrize(("code", "modifier", "line", "site", "outcome", "reason"), CASES)
def test_a_verdict_follows_from_the_row_of_the_code(
    imported: Path,
    tmp_path: Path,
    code: str,
    modifier: str,
    line: str,
    site: str,
    outcome: str,
    reason: str,
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(imported, folder)
    verdict = judged(folder, code, modifier, line, site)
    assert verdict.outcome == outcome, verdict.reasons
    assert reason in " ".join(verdict.reasons)


def test_every_kind_is_judged() -> None:
    assert {case[0] for case in CASES} == set(MADE_OF)
