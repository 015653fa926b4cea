"""A second build makes what changed and nothing else, and says why."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from small_project import copy_project, edit, run

CODES = ("57511", "57513")
SUMMARY = "sections/57513/summary.yaml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that is built, beside what its sources were."""
    folder = tmp_path_factory.mktemp("built")
    project = copy_project(folder / "project", *CODES[1:])
    shutil.copytree(project, folder / "sources")
    return project


@pytest.fixture
def project(built: Path) -> Path:
    """The project with the sources it began with, built."""
    for part in ("report", "sections", "templates"):
        shutil.rmtree(built / part, ignore_errors=True)
    shutil.copytree(built.parent / "sources", built, dirs_exist_ok=True)
    for code in CODES:  # one by one, without processes of their own
        outcome = build(built, code)
        assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return built


def build(project: Path, *options: str, **more: str) -> subprocess.CompletedProcess[str]:
    state = str(project.parent / "state")
    return run(project, "build", "--explain", *options, XDG_STATE_HOME=state, **more)


def why(outcome: subprocess.CompletedProcess[str]) -> dict[str, str]:
    """What is said of each publication before it is built."""
    lines = outcome.stdout.splitlines()[: len(CODES)]
    return dict(line.removesuffix(": nothing changed").split(" ", 1) for line in lines)


LEFT = "is left as it is"


def pages(project: Path) -> dict[str, int]:
    """When each artefact was made, by its path."""
    return {
        str(path.relative_to(project)): path.stat().st_ino
        for code in CODES
        for path in (project / "build" / code).iterdir()
    }


def test_nothing_is_made_where_nothing_changed_and_the_same_is_said(project: Path) -> None:
    first, stood = build(project), pages(project)
    assert why(first) == dict.fromkeys(CODES, LEFT)
    (project / SUMMARY).touch()
    again = build(project)
    assert (again.stdout, again.returncode) == (first.stdout, 0)
    assert "57513 ready to publish: yes" in again.stdout
    assert pages(project) == stood


def test_a_changed_section_makes_one(project: Path) -> None:
    stood = pages(project)
    edit(project / SUMMARY, "tissue until its cells die;", "tissue until all its cells die;")
    outcome = build(project)
    assert why(outcome) == {"57511": LEFT, "57513": f"is made: {SUMMARY} changed"}
    now = pages(project)
    assert {path for path in stood if stood[path] != now[path]} == {
        "build/57513/57513.html",
        "build/57513/57513.pdf",
    }
    assert "until all its cells die" in (project / "build/57513/57513.html").read_text("utf-8")


def test_a_changed_stylesheet_makes_all(project: Path) -> None:
    (project / "templates").mkdir()
    (project / "templates/house.css").write_text("h1 { color: #123456 }\n")
    for code in CODES:
        outcome = build(project, code, "--pdf", "none")
        said = f"{code} is made: templates/house.css is new; --pdf changed"
        assert outcome.stdout.splitlines()[0] == said
        assert "#123456" in (project / f"build/{code}/{code}.html").read_text("utf-8")


def test_a_comment_is_checked_again_and_not_printed_again(project: Path) -> None:
    with (project / SUMMARY).open("a", encoding="utf-8") as stream:
        stream.write("# a word to colleagues\n")
    # The PDF writer would be met with an error.
    code = (
        "import sys; sys.argv = ['reportkit', 'build']\n"
        "from reportkit import pipeline\n"
        "pipeline.set_pdf = pipeline.set_html = None\n"
        "from reportkit.cli import main\nmain()\n"
    )
    outcome = alone(project, code)
    assert outcome.returncode == 0, outcome.stderr
    assert "wrote build/57513/57513.pdf" in outcome.stdout


def test_a_build_of_nothing_imports_no_pdf_writer_and_no_model(project: Path) -> None:
    code = (
        "import sys; sys.argv = ['reportkit', 'build']\n"
        "from reportkit.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sorted({'weasyprint', 'pydantic', 'jinja2', 'ruamel'} & set(sys.modules)))"
    )
    assert alone(project, code).stdout.splitlines()[-1] == "[]"


def alone(project: Path, code: str, **more: str) -> subprocess.CompletedProcess[str]:
    state = {"XDG_STATE_HOME": str(project.parent / "state"), **more}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=project,
        env=os.environ | state,
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_is_gone_from_build_is_made_again_and_so_is_what_was_altered(project: Path) -> None:
    page, pdf = (project / f"build/57511/57511.{kind}" for kind in ("html", "pdf"))
    whole = page.read_bytes(), pdf.read_bytes()
    spoiling: tuple[Callable[[], object], ...] = (
        lambda: shutil.rmtree(page.parent),
        lambda: page.write_text("altered"),
        lambda: (project / "build/review/57511.html").unlink(),
    )
    for spoil in spoiling:
        spoil()
        outcome = build(project, "57511")
        said = "57511 is made: what was written of it into build/ is not as it was"
        assert outcome.stdout.splitlines()[0] == said
        assert (page.read_bytes(), pdf.read_bytes()) == whole
        assert (project / "build/review/57511.html").is_file()


def test_the_store_can_be_deleted_and_be_broken(project: Path) -> None:
    html = (project / "build/57511/57511.html").read_bytes()
    for entry in (project / "build/.cache").glob("*/*"):
        entry.write_bytes(entry.read_bytes()[:-1] + b"\0")
    outcome = build(project, "57511")
    assert outcome.stdout.splitlines()[0] == "57511 is made: no build of it is known here"
    shutil.rmtree(project / "build/.cache")
    assert build(project, "57511").returncode == 0
    assert (project / "build/57511/57511.html").read_bytes() == html


def test_another_day_checks_again_and_a_draft_is_made_anew(project: Path) -> None:
    outcome = build(project, "57511", SOURCE_DATE_EPOCH="1800000000")
    said = outcome.stdout.splitlines()[0]
    assert said == "57511 is made: SOURCE_DATE_EPOCH changed; the day changed"
    outcome = build(project, "57511", "--draft", SOURCE_DATE_EPOCH="1800000000")
    assert outcome.stdout.splitlines()[0] == "57511 is made: --draft changed"


def test_pdfs_are_made_of_what_is_asked_for(project: Path) -> None:
    assert build(project, "57511", "--pdf", "released").returncode == 0
    assert [path.name for path in (project / "build/57511").iterdir()] == ["57511.html"]
    outcome = build(project, "57511", "--pdf", "changed")
    assert outcome.stdout.splitlines()[0] == f"57511 {LEFT}: nothing changed"
    outcome = build(project, "57511")
    assert outcome.stdout.splitlines()[0] == "57511 is made: --pdf changed"
    assert (project / "build/57511/57511.pdf").is_file()


def test_a_publication_with_errors_is_told_again_and_not_tried_again(project: Path) -> None:
    edit(project / "sections/57511/coding-specifications.yaml", 'code: "22"', 'code: "25"')
    first = build(project)
    again = build(project)
    assert why(again) == dict.fromkeys(CODES, LEFT)
    assert (first.returncode, again.returncode) == (1, 1)
    for outcome in (first, again):
        assert "error[unprovided-modifier]" in outcome.stdout
        assert "1 publication was not written" in outcome.stderr


def test_what_others_made_and_share_is_not_printed_again(project: Path, tmp_path: Path) -> None:
    shared = {
        "REPORTKIT_STORE": f"file://{tmp_path}/bucket",
        "REPORTKIT_STORE_KEY": "a secret of thirty-two characters",
    }
    others = copy_project(tmp_path / "of another")
    assert run(others, "build", XDG_STATE_HOME=str(tmp_path / "state"), **shared).returncode == 0
    shutil.rmtree(project / "build")
    code = (
        "import sys; sys.argv = ['reportkit', 'build', '57511']\n"
        "from reportkit import pipeline\n"
        "pipeline.set_pdf = pipeline.set_html = None\n"
        "from reportkit.cli import main\nmain()\n"
    )
    outcome = alone(project, code, **shared)
    assert outcome.returncode == 0, outcome.stderr
    for name in ("57511.html", "57511.pdf"):
        assert (project / "build/57511" / name).read_bytes() == (
            others / "build/57511" / name
        ).read_bytes()
