"""Every kind of page by the Nu HTML checker: no error, no warning. See .ci/checkers."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from sample_document import sample_document

from defects import write_defects
from reportkit.render.html import render_html
from reportkit.render.theme import load_theme
from small_project import copy_project, edit, run

CHECKER = os.environ.get("NU_CHECKER")


@pytest.mark.checker
@pytest.mark.skipif(CHECKER is None, reason="NU_CHECKER names no tool; see .ci/checkers")
def test_the_nu_checker_finds_nothing(tmp_path: Path) -> None:
    pages = [*small_pages(tmp_path), *defect_pages(tmp_path), sample_page(tmp_path)]
    outcome = subprocess.run(
        ["java", "-jar", str(CHECKER), "--Werror", "--format", "gnu", *map(str, pages)],
        capture_output=True,
        text=True,
        check=False,
    )
    said = (outcome.stdout + outcome.stderr).replace(str(tmp_path), "")
    assert [line[:500] for line in said.splitlines()] == []
    assert outcome.returncode == 0


def small_pages(folder: Path) -> list[Path]:
    """The publication, its review page, the index, and the redline to an edition before it."""
    project, before = copy_project(folder / "small"), copy_project(folder / "before")
    assert run(project, "build", "--pdf", "none").returncode == 0
    edit(before / "sections/57511/summary.yaml", "nothing is cut out", "nothing is removed")
    redline = run(project, "diff", str(before), "--format", "html").stdout
    (folder / "redline.html").write_text(redline, "utf-8")
    return [*built(project), folder / "redline.html"]


def defect_pages(folder: Path) -> list[Path]:
    """The same pages of the project with the defects of the reference report, as a draft."""
    project = write_defects(folder / "defects")
    assert run(project, "build", "--draft", "--pdf", "none").returncode == 1
    return built(project)


def built(project: Path) -> list[Path]:
    """What a build writes as pages: the publication, its review, the index of reviews."""
    pages = sorted((project / "build").glob("*/*.html"))
    assert [path.name for path in pages] == ["57511.html", "57511.html", "index.html"]
    return pages


def sample_page(folder: Path) -> Path:
    """A page with every kind of block."""
    path = folder / "sample.html"
    path.write_text(render_html(sample_document(), load_theme()), "utf-8")
    return path
