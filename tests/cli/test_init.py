"""`reportkit init` begins a project anywhere, and changes nothing that is there."""

from __future__ import annotations

from pathlib import Path

from ruamel.yaml import YAML

from checkout import contents
from small_project import ROOT, copy_project, run
from test_documents import FENCED

BEGUN = [
    ".editorconfig",
    ".github/workflows/reports.yml",
    ".gitignore",
    "README.md",
    "report/project.yaml",
]


def test_a_new_folder_becomes_a_project(tmp_path: Path) -> None:
    outcome = run(tmp_path, "init", "reports", "--publisher", "Our Press")
    assert outcome.returncode == 0, outcome.stderr
    assert sorted(contents(tmp_path / "reports")) == BEGUN
    settings = YAML(typ="safe").load((tmp_path / "reports/report/project.yaml").read_text("utf-8"))
    assert settings["publisher"] == {"name": "Our Press"}
    assert outcome.stdout.splitlines()[-1] == "next, in reports: `reportkit new CODE`"


def test_what_is_built_is_not_kept_in_git(tmp_path: Path) -> None:
    run(tmp_path, "init")
    assert "/build/" in (tmp_path / ".gitignore").read_text("utf-8").splitlines()


def test_a_folder_that_is_not_empty_keeps_all_it_has(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Ours.\n", "utf-8")
    (tmp_path / ".gitignore").write_text("*.tmp\n", "utf-8")
    outcome = run(tmp_path, "init", "--example")
    assert outcome.returncode == 0, outcome.stderr
    assert (tmp_path / "README.md").read_text("utf-8") == "Ours.\n"
    assert (tmp_path / ".gitignore").read_text("utf-8") == "*.tmp\n"
    assert "kept README.md, which was there\nkept .gitignore, which was there\n" in outcome.stdout
    assert "see that .gitignore names /build/" in outcome.stdout
    assert (tmp_path / "report/99211/report.yaml").is_file()


def test_done_twice_it_changes_nothing(tmp_path: Path) -> None:
    run(tmp_path, "init", "--example")
    before = contents(tmp_path)
    outcome = run(tmp_path, "init", "--example", "--publisher", "Another")
    assert outcome.returncode == 0, outcome.stderr
    assert "wrote" not in outcome.stdout
    assert contents(tmp_path) == before


def test_a_link_that_leads_nowhere_is_kept(tmp_path: Path) -> None:
    (tmp_path / "README.md").symlink_to(tmp_path / "elsewhere.md")
    outcome = run(tmp_path, "init")
    assert outcome.returncode == 0, outcome.stderr
    assert (tmp_path / "README.md").is_symlink()
    assert not (tmp_path / "elsewhere.md").exists()


def test_no_project_begins_within_another(tmp_path: Path) -> None:
    copy_project(tmp_path)
    before = contents(tmp_path)
    outcome = run(tmp_path, "init", "inner")
    assert outcome.returncode == 2
    assert "inner is within the project" in outcome.stderr
    assert contents(tmp_path) == before


def test_the_example_is_ready_to_publish_and_says_that_it_is_made_up(tmp_path: Path) -> None:
    run(tmp_path, "init", "--example")
    outcome = run(tmp_path, "build", "--fail-on", "warning", "--pdf", "none")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert "99211 ready to publish: yes. 0 errors, 0 warnings" in outcome.stdout
    assert "sample" in (tmp_path / "build/99211/99211.html").read_text("utf-8").lower()


def test_the_workflow_is_the_one_of_the_documents(tmp_path: Path) -> None:
    run(tmp_path, "init")
    blocks = [text for _, text in FENCED.findall((ROOT / "docs/ci.md").read_text("utf-8"))]
    assert (tmp_path / ".github/workflows/reports.yml").read_text("utf-8") in blocks
