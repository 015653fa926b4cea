"""Every case of shared/cases/hostile, answered in one line as its README says it should be.

The pages there were published by an early version, which nothing here can make again: that is
what `verify` says, after it looked at their evidence and before it renders any of it. What a page
tries is therefore tried anew in a page of today's form, by the row of the table that is named here.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from hostile_table import ROWS, UNPROVIDED

from shared_data import SHARED, needs
from small_project import copy_project, run

CASES = SHARED / "cases" / "hostile"
LIMIT_S = 60
"""Within which every case is answered, also on a busy machine."""

TODAY = {
    "code_nul": "a zero character in a code",
    "created_0001": "a time before all calendars",
    "created_int": "a number for a time",
    "css_columns": "a stylesheet of a million columns",
    "css_deep_paren": "a stylesheet of brackets",
    "css_file___": "a stylesheet that reads a file by an escape",
    "css_imageset": "a set of images",
    "css_import_esc": "a stylesheet that imports in disguise",
    "deep_json": "JSON within JSON",
    "file_fifo_name": "forty stars of a waiver in a page",
    "font_garbage": "a font that is none",
    "img_file": "a template that shows a file",
    "lacks_code": "a manifest without a code",
    "lacks_draft": "a manifest without a draft",
    "lacks_gaps": "a manifest without gaps",
    "lacks_report": "a manifest without a report",
    "lacks_rules_sha256": "a manifest without rules",
    "lacks_theme_sha256": "a manifest without a theme",
    "lacks_version": "a manifest without a version",
    "path_long": "a path of 300 letters",
    "path_long2": "a path of 400 folders",
    "rules_int": "a number for the rules",
    "svg_billion": "a picture of entities that multiply",
    "svg_xxe": "a picture that reads a file",
    "template_mem": "a template of ten gigabytes",
    "template_mem2": "a template of a thousand million digits",
    "template_recursion": "a template that includes itself",
    "template_sandbox_attr": "a template that asks a filter for methods",
    "template_self-extends": "a template that extends itself",
    "template_syntax": "a template that is no template",
}
"""What each page tries, and the row that tries it in a page of today."""
UNREADABLE = "altered", "it has evidence that cannot be read", 1
OLDER = (
    "cannot tell here",
    "it has a manifest of the form reportkit/manifest/1, not reportkit/manifest/2",
    2,
)
ANSWERS = {name: UNREADABLE if name == "deep_json" else OLDER for name in TODAY}

SECTIONS = {
    "modifier-emphasis": UNPROVIDED,
    "ref-recursion": "error[unresolved-reference] the reference has too many brackets within",
    "ref-round30": "error[unresolved-reference] filter `round` gives at most 9 places",
    "uncovered-5k": "error[uncovered-character] no font has `字 字 字 字 字 字 字 字",
}
PAPERS = {
    "flate_bomb_2GB_spaces_x_pages": "has more on page 1 than any page of text",
    "flate_bomb_5MB_text": "has more on page 1 than any page of text",
}


@pytest.mark.parametrize("name", TODAY)
@needs(CASES)
def test_a_hostile_page_is_not_believed_and_not_rendered(name: str, tmp_path: Path) -> None:
    file = f"verify-{name}.html"
    shutil.copy(CASES / file, tmp_path)
    begun = time.monotonic()
    outcome = run(tmp_path, "verify", file)
    verdict, reason, code = ANSWERS[name]
    assert outcome.stdout.splitlines() == [f"{file} {verdict}", f"  {reason}"]
    assert (outcome.stderr, outcome.returncode) == ("", code)
    assert time.monotonic() - begun < LIMIT_S


def test_what_each_page_tries_is_tried_in_a_page_of_today() -> None:
    assert set(TODAY.values()) <= {row.name for row in ROWS}


@pytest.mark.parametrize("name", SECTIONS)
@needs(CASES)
def test_a_hostile_section_is_a_finding(name: str, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    shutil.copy(CASES / f"{name}.summary.yaml", project / "sections/57511/summary.yaml")
    for command in ("check", "build"):
        outcome = run(project, command)
        found = [
            line for line in outcome.stdout.splitlines() if line.strip().startswith(SECTIONS[name])
        ]
        assert len(found) == 1, outcome.stdout
        assert outcome.returncode == 1
        assert "Traceback" not in outcome.stderr
    assert not (project / "build/57511").exists()


@pytest.mark.parametrize("name", PAPERS)
@needs(CASES)
def test_a_hostile_old_report_is_refused_within_limits(name: str, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    begun = time.monotonic()
    outcome = run(project, "import", "report", str(CASES / f"import-{name}.pdf"))
    first = outcome.stderr.splitlines()[0]
    assert first == f"reportkit: import-{name}.pdf {PAPERS[name]}"
    assert outcome.returncode == 2
    assert time.monotonic() - begun < LIMIT_S


@needs(CASES)
def test_no_case_is_left_out() -> None:
    known = {
        *(f"verify-{name}.html" for name in TODAY),
        *(f"{name}.summary.yaml" for name in SECTIONS),
        *(f"import-{name}.pdf" for name in PAPERS),
        "README.md",
    }
    assert {path.name for path in CASES.iterdir()} == known
