"""`reportkit diff`, run as a process on folders, revisions and published files."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from small_project import copy_project, edit, run

NEXT_DAY = {"SOURCE_DATE_EPOCH": "1795478400"}
"""November 24, 2026, the day after the small report is published."""
CODING = "sections/57511/coding-specifications.yaml"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
    )


def move_and_edit_row_52(folder: Path) -> None:
    """Put the row of modifier 52 first and change a word of it."""
    path = folder / CODING
    text = path.read_text("utf-8")
    start, end = text.index('  - code: "52"'), text.index('  - code: "53"')
    row = text[start:end].replace("what was left out", "what was omitted")
    text = text[:start] + text[end:]
    first = text.index('  - code: "22"')
    path.write_text(text[:first] + row + text[first:], "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = copy_project(tmp_path / "project")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "First edition")
    git(folder, "tag", "v1")
    return folder


def test_a_moved_and_edited_row_between_two_revisions_is_one_change(project: Path) -> None:
    move_and_edit_row_52(project)
    git(project, "commit", "-qam", "Second edition")
    data = json.loads(run(project, "diff", "v1", "HEAD", "--format", "json").stdout)
    (comparison,) = data["comparisons"]
    (change,) = comparison["changes"]
    assert change["kind"] == "moved and edited"
    assert change["moved"] == [3, 1]
    assert [field["path"] for field in change["fields"]] == ["modifiers[0].documentation"]


def test_text_shows_the_words_and_the_missing_entry_of_the_history(project: Path) -> None:
    move_and_edit_row_52(project)
    outcome = run(project, "diff", "v1")
    assert outcome.returncode == 1
    assert "modifiers[0]: moved from row 3 to row 1, edited" in outcome.stdout
    assert "[-left out-]{+omitted+}" in outcome.stdout
    assert "error[unrecorded-change] coding-specifications" in outcome.stdout


def test_a_published_pdf_is_compared_with_the_sources(project: Path) -> None:
    assert run(project, "build").returncode == 0
    edit(project / "sections/57511/summary.yaml", "nothing is cut out", "nothing is removed")
    outcome = run(project, "diff", "build/57511/57511.pdf")
    assert "[-cut out-]{+removed+}" in outcome.stdout
    same = run(project, "diff", "build/57511/57511.html", "build/57511/57511.pdf")
    assert (same.returncode, "nothing changed" in same.stdout) == (0, True)


def test_an_unknown_revision_is_one_message(project: Path) -> None:
    outcome = run(project, "diff", "no-such-thing")
    assert outcome.returncode == 2
    assert "no-such-thing is no folder, no file and no revision here" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_the_history_is_written_from_the_comparison(project: Path) -> None:
    edit(project / "sections/57511/summary.yaml", "nothing is cut out", "nothing is removed")
    move_and_edit_row_52(project)
    assert run(project, "check", "--against", "v1").returncode == 1
    report = project / "report/57511/report.yaml"
    edit(report, 'version: "1.0"\nstatus', 'version: "1.1"\nstatus')
    early = run(project, "diff", "v1", "--record", "Clearer wording.", **NEXT_DAY)
    assert early.returncode == 2
    assert "version 1.1 is published 2026-11-23, before this change of today" in early.stderr
    edit(report, "published: 2026-11-23", "published: 2026-11-24")
    before = report.read_text("utf-8")
    assert run(project, "diff", "v1", "--record", "Clearer wording.", **NEXT_DAY).returncode == 0
    added = report.read_text("utf-8").removeprefix(before)
    assert "sections: [summary, coding-specifications]" in added
    assert "Summary and overview: definition edited. " in added
    assert "Coding specifications: a row of modifiers moved and edited." in added
    assert run(project, "check", "--against", "v1").returncode == 0
    assert run(project, "build", "--against", "v1", "--pdf", "none").returncode == 0
    page = (project / "build/57511/57511.html").read_text("utf-8")
    assert "a row of modifiers moved and edited" in page
    again = run(project, "diff", "v1", "--record", "Clearer wording.")
    assert again.stdout == "57511: every change is recorded\n"


def test_what_changed_is_not_recorded_for_the_version_before(project: Path) -> None:
    edit(project / "sections/57511/summary.yaml", "nothing is cut out", "nothing is removed")
    outcome = run(project, "diff", "v1", "--record", "Clearer wording.")
    assert outcome.returncode == 2
    assert "still says version 1.0" in outcome.stderr
    assert run(project, "diff", "v1", "v1", "--record", "None.").returncode == 2


def test_a_build_against_an_edition_gives_the_same_bytes(project: Path) -> None:
    edit(project / "report/project.yaml", "Small Press", "Small House")
    assert run(project, "build", "--against", "v1").returncode == 0
    pdf = (project / "build/57511/57511.pdf").read_bytes()
    assert run(project, "build").returncode == 0
    assert (project / "build/57511/57511.pdf").read_bytes() == pdf


def test_an_edition_before_that_cannot_be_read_is_one_message(project: Path) -> None:
    before = copy_project(project.parent / "before")
    (before / "report/57511/report.yaml").write_text("[", "utf-8")
    outcome = run(project, "check", "--against", str(before))
    assert outcome.returncode == 2
    assert "of the edition before cannot be read" in outcome.stdout


WRONG = (
    ("", "the edition to compare with has no name"),
    ("nowhere", "nowhere is no folder, no file and no revision here"),
    ("empty", "empty is not a project folder"),
    ("other", "other holds none of the publications that are checked"),
    ("report/57511/report.yaml", "report.yaml is neither a PDF nor a web page"),
)


@pytest.mark.parametrize(("named", "said"), WRONG)
def test_what_is_no_edition_before_is_one_message(project: Path, named: str, said: str) -> None:
    (project / "empty").mkdir()
    other = project / "other/report"
    other.mkdir(parents=True)
    (other / "project.yaml").write_bytes((project / "report/project.yaml").read_bytes())
    outcome = run(project, "check", "--against", named)
    assert (outcome.returncode, said in outcome.stderr) == (2, True), outcome.stderr


def test_a_project_that_is_not_kept_in_git_has_no_revisions(tmp_path: Path) -> None:
    outcome = run(copy_project(tmp_path / "project"), "check", "--against", "v1")
    assert "v1 is no folder or file, and the project is not kept in git" in outcome.stderr


def test_the_page_of_changes_has_the_look_of_the_project(project: Path) -> None:
    (project / "templates").mkdir()
    style = project / "templates/redline.css"
    style.write_text(".redline { color: #123456 }", "utf-8")
    assert "#123456" in run(project, "diff", "v1", "--format", "html").stdout
    style.write_text("@import 'other.css';", "utf-8")
    outcome = run(project, "diff", "v1", "--format", "html")
    assert (outcome.returncode, outcome.stdout) == (2, "")
    assert "the theme cannot be used: redline.css:1" in outcome.stderr
