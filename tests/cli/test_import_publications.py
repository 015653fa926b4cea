"""`reportkit import pfs --all`: a publication a code, generated or gapped throughout."""

from __future__ import annotations

from pathlib import Path

import pytest

from small_project import ROOT, SMALL, run

PFS = ROOT / "tests" / "inputs" / "data" / "PPRRVU2025_Oct.csv"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "report").mkdir()
    (folder / "report/project.yaml").write_text(
        (SMALL / "report/project.yaml").read_text("utf-8"), "utf-8"
    )
    outcome = run(folder, "import", "pfs", str(PFS), "--all")
    assert outcome.returncode == 0, outcome.stderr
    return folder


def test_every_code_becomes_a_publication_without_errors(project: Path) -> None:
    outcome = run(project, "check")
    assert outcome.returncode == 0, outcome.stdout
    assert "not checked" not in outcome.stdout
    assert (project / "report/57511/report.yaml").is_file()


def test_what_nobody_has_written_is_a_named_gap_on_the_page(project: Path) -> None:
    outcome = run(project, "build", "57511", "--pdf", "none")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    html = (project / "build/57511/57511.html").read_text("utf-8")
    for section in ("summary", "billing-overview", "clinical-context", "coding-specifications"):
        assert f'id="gap-{section}"' in html
    for figure in ("1.95", "3.66", "2.17", "0.33", "5.94", "4.45", "$192.14", "$143.94"):
        assert figure in html


def test_a_section_once_written_ends_its_gap(project: Path) -> None:
    folder = project / "sections/57511"
    folder.mkdir(parents=True)
    (folder / "summary.yaml").write_text(
        (ROOT / "src/reportkit/check/specimen/summary.yaml").read_text("utf-8"), "utf-8"
    )
    try:
        outcome = run(project, "check", "57511")
        assert "error[contradicted-gap]" in outcome.stdout
    finally:
        (folder / "summary.yaml").unlink()


def test_a_second_import_keeps_what_an_editor_wrote(project: Path) -> None:
    path = project / "report/57511/report.yaml"
    text = path.read_text("utf-8").replace("audience: []", "audience: [billers]")
    path.write_text(text, "utf-8")
    outcome = run(project, "import", "pfs", str(PFS), "57511")
    assert outcome.returncode == 0
    assert path.read_text("utf-8") == text
