"""`reportkit import report` on the report that was published: `check` names its defects."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from old_reports import DAY, TEXT, drafted, kept, words

from shared_data import SHARED, needs
from small_project import SMALL, run

REFERENCE = SHARED / "reference" / "57511-as-published.txt"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "report").mkdir()
    shutil.copy(SMALL / "report" / "project.yaml", tmp_path / "report")
    return tmp_path


def findings(project: Path, code: str) -> list[tuple[str, str, str]]:
    """Rule, path and the text of the line of each finding."""
    outcome = run(project, "check", code, "--format", "json")
    assert "Traceback" not in outcome.stderr
    return [_told(project, each) for each in json.loads(outcome.stdout)["findings"]]


def _told(project: Path, finding: dict[str, Any]) -> tuple[str, str, str]:
    lines = (project / finding["file"]).read_text("utf-8").splitlines()
    return finding["rule"], Path(finding["file"]).stem, lines[finding["line"] - 1].strip()


DEFECTS: tuple[tuple[str, str, str], ...] = (
    ("unprovided-modifier", "coding-specifications", 'code: "25"'),
    ("misplaced-modifier", "coding-specifications", "appended_to: procedure"),
    ("editorial-note", "coding-specifications", "(Note: 25"),
    ("self-contradicting-row", "coding-specifications", "was not in the provided list"),
    ("self-contradicting-row", "coding-specifications", "this row is omitted"),
    ("pipeline-talk", "coding-specifications", "provided list"),
    ("pipeline-talk", "coding-specifications", "this row is omitted"),
    ("pipeline-talk", "summary", "in the input"),
    ("pipeline-talk", "billing-overview", "Data not available in the input."),
    ("generic-missing-data", "billing-overview", "Data not available in the input."),
    ("generic-missing-data", "summary", "Data not available in the input"),
    ("deferred-gap", "summary", "will be noted in"),
    ("deferred-gap", "summary", "where available"),
    ("differing-sites", "clinical-context", "ambulatory clinic"),
    ("purpose-against-service", "billing-overview", "therapeutic or diagnostic"),
    ("unnamed-guideline", "clinical-context", "per guidelines"),
    ("unsupported-evidence", "clinical-context", "without invasion"),
    ("unlabelled-vignette", "clinical-context", "illustrative: false"),
    ("missing-revision", "report", "version:"),
    ("placeholder-date", "report", "published:"),
    ("placeholder-date", "report", "effective:"),
    ("placeholder-date", "report", "data_as_of:"),
    ("placeholder-date", "report", "next_review:"),
)


@needs(REFERENCE)
def test_the_defects_of_the_published_report_are_found_at_their_lines(project: Path) -> None:
    outcome = run(project, "import", "report", str(REFERENCE))
    assert outcome.returncode == 0, outcome.stderr
    found = findings(project, "57511")
    for rule, file, part in DEFECTS:
        assert any(r == rule and f == file and part in line for r, f, line in found), (rule, part)
    undelivered = {line for rule, _, line in found if rule == "undelivered-topic"}
    assert len(undelivered) == 7
    name = REFERENCE.name
    assert f"repaired: {name}:8: a bullet" in outcome.stdout
    assert f"repaired: {name}:10: a bullet" in outcome.stdout
    assert f"repaired: {name}:19: a row of a table lacks its first bar" in outcome.stdout
    assert f"repaired: {name}:19: the file ends after `omitted).`" in outcome.stdout


@needs(REFERENCE)
def test_every_word_of_the_published_report_is_kept() -> None:
    content = REFERENCE.read_bytes()
    _, texts = drafted(REFERENCE.name, content)
    assert not words(content.decode()) - kept(texts)


def test_a_publication_is_not_replaced_unless_asked_to(project: Path) -> None:
    old = project / "old.txt"
    old.write_text(TEXT, "utf-8")
    assert run(project, "import", "report", "old.txt").returncode == 0
    summary = project / "sections" / "57510" / "summary.yaml"
    summary.write_text("mine\n", "utf-8")
    refused = run(project, "import", "report", "old.txt")
    assert refused.returncode == 2
    assert "exists; nothing was written" in refused.stderr
    assert summary.read_text("utf-8") == "mine\n"
    assert run(project, "import", "report", "old.txt", "--force").returncode == 0
    assert summary.read_text("utf-8") != "mine\n"
    assert [path.name for path in project.rglob(".import-*")] == []


def test_a_file_that_is_refused_changes_nothing(project: Path) -> None:
    (project / "old.txt").write_bytes(b"CPT 57510: x\ncaf\xe9\n")
    before = sorted(project.rglob("*"))
    for name in ("old.txt", "none.txt", "."):
        outcome = run(project, "import", "report", name)
        assert outcome.returncode == 2
        assert "= help:" in outcome.stderr
        assert "Traceback" not in outcome.stderr
    assert sorted(project.rglob("*")) == before


def test_the_same_report_gives_the_same_files() -> None:
    first, texts = drafted("old.txt", TEXT.encode())
    again, same = drafted("old.txt", TEXT.encode())
    assert (first, texts) == (again, same)
    assert str(DAY) in texts["report/57510/input.yaml"]
