"""`reportkit check`, run as a process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from small_project import copy_project, edit, run

CODING = "sections/57511/coding-specifications.yaml"
ROW = """\
  - code: "25"
    description: A visit of its own on the day of the procedure.
    when_to_use: Use when a visit that stands by itself took place on the same day.
    documentation: The note shows the visit.
    appended_to: companion-e-m
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def add_row(project: Path) -> None:
    edit(project / CODING, "\nexcluded_modifiers: []", f"{ROW}\nexcluded_modifiers: []")


def test_a_publication_without_errors_passes_and_its_gaps_are_counted(project: Path) -> None:
    outcome = run(project, "check")
    assert outcome.returncode == 0, outcome.stdout
    assert " 0 errors" in outcome.stdout
    assert "9 data gaps" in outcome.stdout


def test_an_unprovided_modifier_is_an_error_at_its_row(project: Path) -> None:
    add_row(project)
    line = (project / CODING).read_text("utf-8").splitlines().index('  - code: "25"') + 1
    outcome = run(project, "check", "57511")
    assert outcome.returncode == 1
    assert "error[unprovided-modifier] modifier 25 is not provided" in outcome.stdout
    assert f"--> {CODING}:{line}:11" in outcome.stdout
    assert "ready to publish: no. 1 error" in outcome.stdout


def test_a_path_selects_its_publication(project: Path) -> None:
    for name in (CODING, "sections/57511", "report/57511/input.yaml", "."):
        assert run(project, "check", name).returncode == 0, name


def test_a_name_that_is_nothing_is_refused_with_what_is_known(project: Path) -> None:
    outcome = run(project, "check", "57512")
    assert (outcome.returncode, outcome.stdout) == (2, "")
    assert "no publication or file is named 57512" in outcome.stderr
    assert "did you mean 57511?" in outcome.stderr


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("sections/57511/sumary.yaml", "did you mean sections/57511/summary.yaml?"),
        ("J3420", "known: 57511; `reportkit new J3420` begins one"),
        ("../57511/summary.yaml", "known: 57511"),
    ],
)
def test_what_may_be_meant_by_a_path_or_a_code_is_told(project: Path, name: str, hint: str) -> None:
    assert run(project, "check", name).stderr.endswith(f"= help: {hint}\n")


def test_outside_a_project_the_message_says_where_to_go(tmp_path: Path) -> None:
    outcome = run(tmp_path, "check")
    assert outcome.returncode == 2
    assert "no project here" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_json_carries_what_text_says(project: Path) -> None:
    add_row(project)
    data = json.loads(run(project, "check", "--format", "json").stdout)
    found = [finding for finding in data["findings"] if finding["severity"] == "error"]
    assert [finding["rule"] for finding in found] == ["unprovided-modifier"]
    assert found[0]["path"] == "modifiers[5].code"
    assert data["publications"][0]["errors"] == 1
    assert data["publications"][0]["gaps"] == len(data["gaps"]) == 9


def test_fail_on_decides_the_exit_code(project: Path) -> None:
    edit(
        project / "sections/57511/summary.yaml",
        "tissue until its cells die;",
        "tissue, and then it is held there for as long as it takes and longer, until in the "
        "end the cells of the tissue that was seen before have died and are gone;",
    )
    assert run(project, "check").returncode == 0
    assert run(project, "check", "--fail-on", "warning").returncode == 1


def test_colour_is_for_terminals_and_those_who_ask(project: Path) -> None:
    add_row(project)
    assert "\x1b[" not in run(project, "check").stdout
    assert "\x1b[" in run(project, "check", FORCE_COLOR="1").stdout
    assert "\x1b[" not in run(project, "check", FORCE_COLOR="1", NO_COLOR="1").stdout


def test_a_closed_pipe_is_no_traceback(project: Path) -> None:
    command = f'"{sys.executable}" -c "from reportkit.cli import main; main()" rules | head -1'
    outcome = subprocess.run(  # noqa: S602 -- a shell is what a pipe needs
        command, shell=True, cwd=project, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in outcome.stderr


def imported(project: Path, names: str) -> str:
    """Which of some packages a check of the project has imported at its end."""
    code = (
        "import sys; sys.argv = ['reportkit', 'check']\n"
        "from reportkit.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print('IMPORTED', sorted(set({names!r}.split()) & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code]
    outcome = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert "57511 ready to publish" in outcome.stdout, outcome.stderr
    return outcome.stdout.splitlines()[-1]


def test_a_first_check_does_not_import_what_only_a_build_needs(project: Path) -> None:
    heavy = "weasyprint fontTools markdown_it babel pypdf simple_icd_10_cm"
    assert imported(project, heavy) == "IMPORTED []"


def test_an_unchanged_check_imports_no_model_and_says_the_same(project: Path) -> None:
    first = run(project, "check")
    assert imported(project, "pydantic jinja2 ruamel") == "IMPORTED []"
    again = run(project, "check")
    assert (again.stdout, again.returncode) == (first.stdout, first.returncode)


def test_a_changed_file_is_checked_anew(project: Path) -> None:
    assert run(project, "check").returncode == 0
    add_row(project)
    assert run(project, "check").returncode == 1
