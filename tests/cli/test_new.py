"""`reportkit new` begins a report that lacks only what a person has to write."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from checkout import contents
from reportkit.model.sections import AUTHORED
from small_project import ROOT, run

DATA = ROOT / "tests/inputs/data"
FEES = str(DATA / "PPRRVU2025_Oct.csv")
ASC = str(DATA / "ASC_AA_2025Q4.csv")
MUE = str(DATA / "mue_practitioner_2024-07-01.csv")
PTP = str(DATA / "ptp_practitioner_2024-07-01.csv")
HCPCS = str(DATA / "HCPC2025_OCT_ANWEB.csv")
TITLE = ("--title", "Freezing of the cervix")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project without a publication."""
    assert run(tmp_path, "init", "--publisher", "Our Press").returncode == 0
    return tmp_path


def findings(project: Path, code: str = "57511") -> list[dict[str, Any]]:
    """What check finds, but for data that is older than the day of the test."""
    outcome = run(project, "check", code, "--format", "json")
    listed: list[dict[str, Any]] = json.loads(outcome.stdout)["findings"]
    return [finding for finding in listed if finding["rule"] != "stale-data"]


def places(listed: list[dict[str, Any]]) -> list[tuple[str, int]]:
    """File and line of each finding, in the order in which check lists them."""
    return [(finding["file"], finding["line"]) for finding in listed]


def prompts(project: Path, code: str = "57511") -> list[tuple[str, int]]:
    """File and line of every value that waits for a person: the readers and the title, the first
    list of which nobody said whether it is missing, prose, and choices without `null`.
    """
    report, data = f"report/{code}/report.yaml", f"report/{code}/input.yaml"
    waiting = [
        (report, number)
        for number, line in enumerate((project / report).read_text("utf-8").splitlines(), 1)
        if line == "audience: []" or line.startswith("title: Coding report for")
    ]
    lines = (project / data).read_text("utf-8").splitlines()
    pending = (number for number, line in enumerate(lines, 1) if "reason: pending" in line)
    waiting += [(data, next(pending))]
    for section in AUTHORED:
        path = f"sections/{code}/{section}.yaml"
        for number, line in enumerate((project / path).read_text("utf-8").splitlines(), 1):
            if re.search(r"To be written\.|^ *(?!guidelines|sex)\w+: null$", line):
                waiting.append((path, number))
    return waiting


@pytest.mark.parametrize(
    "files", [(), (FEES,), (FEES, ASC, MUE, PTP)], ids=["no-file", "fees", "four-files"]
)
def test_check_lists_what_is_to_be_written_and_nothing_else(
    project: Path, files: tuple[str, ...]
) -> None:
    named = ("--from", *files) if files else ()
    outcome = run(project, "new", "57511", *TITLE, *named)
    assert outcome.returncode == 0, outcome.stderr
    assert places(findings(project)) == prompts(project)
    assert {finding["rule"] for finding in findings(project)} == {
        "placeholder-text",
        "unfinished-report",
        "wrong-type",
        "unprovided-site",
    }


def test_a_file_is_known_by_what_it_says_also_in_its_archive(project: Path) -> None:
    packed = project / "quarter.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(FEES, "fees.csv")
        archive.write(DATA / "GPCI2025.csv", "indices.csv")
        archive.writestr("readme.txt", "Read me.")
    outcome = run(project, "new", "57511", *TITLE, "--from", str(packed))
    assert outcome.returncode == 0, outcome.stderr
    text = (project / "report/57511/input.yaml").read_text("utf-8")
    assert "work_rvu: 1.95" in text
    assert "localities" not in text


def test_an_archive_of_other_files_begins_nothing(project: Path) -> None:
    packed = project / "other.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "Read me.")
    outcome = run(project, "new", "57511", *TITLE, "--from", str(packed))
    assert outcome.returncode == 2
    assert "other.zip is no file that reportkit knows" in outcome.stderr


def test_a_draft_of_it_can_be_built_once_the_choices_are_made(project: Path) -> None:
    run(project, "new", "57511", *TITLE, "--from", FEES)
    for path, old, new in (
        ("billing-overview", "service_type: null", "service_type: destruction"),
        ("billing-overview", "purpose: null", "purpose: therapeutic"),
        ("clinical-context", "age: null", "age: 34"),
        ("clinical-context", "evidence: null", "evidence: histology"),
    ):
        file = project / f"sections/57511/{path}.yaml"
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    outcome = run(project, "build", "57511", "--draft")
    assert "wrote build/57511/57511.pdf" in outcome.stdout


def test_what_the_data_says_already_stands_in_place(project: Path) -> None:
    run(project, "new", "57511", *TITLE, "--from", FEES, "--from", MUE)
    units = (project / "sections/57511/billing-overview.yaml").read_text("utf-8")
    assert units.endswith("  To be written.\n  {{ say.unit_limit }}\n  {{ say.unit_limit_kind }}\n")
    relevance = (project / "sections/57511/summary.yaml").read_text("utf-8")
    assert "{{ say.payment_by_setting }}" in relevance


def test_nothing_is_said_of_data_that_is_not_there(project: Path) -> None:
    run(project, "new", "57511", *TITLE)
    for section in AUTHORED:
        assert "say." not in (project / f"sections/57511/{section}.yaml").read_text("utf-8")


def test_a_prompt_says_what_belongs_there_and_which_values_it_may_have(project: Path) -> None:
    run(project, "new", "57511", *TITLE)
    text = (project / "sections/57511/billing-overview.yaml").read_text("utf-8")
    assert "# What one unit of service covers.\nunits: >\n  To be written.\n" in text
    assert "One of: therapeutic, diagnostic," in text


def test_provided_modifiers_are_the_rows_of_the_table(project: Path) -> None:
    run(project, "import", "pfs", FEES, "57511")
    file = project / "report/57511/input.yaml"
    file.write_text(
        file.read_text("utf-8").replace("modifiers: null", 'modifiers: ["22", "59"]'), "utf-8"
    )
    assert run(project, "new", "57511").returncode == 0
    text = (project / "sections/57511/coding-specifications.yaml").read_text("utf-8")
    assert re.findall(r'- code: "(\d\d)"', text) == ["22", "59"]
    assert text.count("# The line of the claim that carries the modifier.") == 1


def test_a_report_that_an_import_began_is_filled_up_and_keeps_its_title(project: Path) -> None:
    run(project, "import", "pfs", FEES, "57511")
    report = (project / "report/57511/report.yaml").read_text("utf-8")
    (title,) = re.findall(r"^title: .*$", report, re.MULTILINE)
    outcome = run(project, "new", "57511")
    assert outcome.returncode == 0, outcome.stderr
    assert title in (project / "report/57511/report.yaml").read_text("utf-8")
    assert (project / "sections/57511/summary.yaml").is_file()
    assert places(findings(project)) == prompts(project)


def test_data_is_the_same_whether_new_or_import_came_first(project: Path) -> None:
    other = project / "other"
    other.mkdir()
    (other / "report").mkdir()
    (other / "report/project.yaml").write_bytes((project / "report/project.yaml").read_bytes())
    run(project, "import", "pfs", FEES, "57511")
    run(project, "new", "57511", *TITLE)
    run(other, "new", "57511", *TITLE, "--from", FEES)
    for name in ("report", "input"):
        path = f"report/57511/{name}.yaml"
        assert (project / path).read_text("utf-8") == (other / path).read_text("utf-8")


def test_sections_that_are_there_stay(project: Path) -> None:
    mine = project / "sections/57511/summary.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text("reportkit: summary/1\ndefinition: Mine.\n", "utf-8")
    outcome = run(project, "new", "57511", *TITLE)
    assert outcome.returncode == 0, outcome.stderr
    assert mine.read_text("utf-8") == "reportkit: summary/1\ndefinition: Mine.\n"
    assert "summary.yaml" not in outcome.stdout


def test_a_second_time_there_is_nothing_to_begin(project: Path) -> None:
    run(project, "new", "57511", *TITLE)
    before = contents(project)
    outcome = run(project, "new", "57511")
    assert outcome.returncode == 2
    assert "every file of 57511 is there already" in outcome.stderr
    assert contents(project) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("57511",), 'the report has no title yet\n  = help: name it with --title "…"'),
        (("D0120", *TITLE), "D0120 is neither a CPT nor a HCPCS code"),
        (("57511", *TITLE, "--from", str(ROOT / "LICENSE")), "LICENSE is no file that reportkit"),
        (("57511", *TITLE, "--from", str(DATA / "GPCI2025.csv")), "one is needed"),
        (("57511", *TITLE, "--from", str(DATA / "pos_codes.csv")), "with which no report is begun"),
        (("11055", *TITLE, "--from", FEES), "has no readable row for 11055"),
        (("57511", *TITLE, "--from", FEES, "--from", FEES), "one is needed"),
    ],
    ids=["no-title", "dental", "unknown-file", "half", "other-file", "no-row", "twice"],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    project: Path, arguments: tuple[str, ...], message: str
) -> None:
    before = contents(project)
    outcome = run(project, "new", *arguments)
    assert outcome.returncode == 2, outcome.stdout
    assert message in outcome.stderr
    assert contents(project) == before


def test_a_code_of_hcpcs_begins_with_the_days_on_which_it_is_valid(project: Path) -> None:
    outcome = run(project, "new", "G0101", "--title", "A checkup", "--from", HCPCS)
    assert outcome.returncode == 0, outcome.stderr
    text = (project / "report/G0101/input.yaml").read_text("utf-8")
    assert re.search(r"^validity:\n(  .*\n)*?  added: 1998-01-01\n", text, re.MULTILINE)
    assert places(findings(project, "G0101")) == prompts(project, "G0101")


def test_a_code_that_is_no_longer_valid_is_not_begun(project: Path) -> None:
    before = contents(project)
    outcome = run(project, "new", "J9999", "--title", "A drug", "--from", HCPCS)
    assert outcome.returncode == 2
    assert "J9999: not valid on" in outcome.stderr
    assert contents(project) == before


def test_on_a_terminal_the_title_is_asked_for(project: Path) -> None:
    terminal, typed = pty.openpty()
    os.write(terminal, b"Freezing: of the cervix\n")
    command = [sys.executable, "-c", "from reportkit.cli import main; main()", "new", "57511"]
    outcome = subprocess.run(
        command, cwd=project, stdin=typed, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stderr
    assert "Title of the report, in your own words: " in outcome.stdout
    report = (project / "report/57511/report.yaml").read_text("utf-8")
    assert 'title: "Freezing: of the cervix"\n' in report


def test_an_input_that_cannot_be_read_is_named(project: Path) -> None:
    run(project, "import", "pfs", FEES, "57511")
    file = project / "report/57511/input.yaml"
    file.write_text(file.read_text("utf-8").replace("payers: null", "payers: 7"), "utf-8")
    before = contents(project)
    outcome = run(project, "new", "57511")
    assert outcome.returncode == 2
    assert "report/57511/input.yaml" in outcome.stderr
    assert contents(project) == before
