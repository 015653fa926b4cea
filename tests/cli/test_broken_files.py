"""Broken section files: one clear finding each, and the rest is still checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from small_project import copy_project, edit, run

SUMMARY = "sections/57511/summary.yaml"
CODING = "sections/57511/coding-specifications.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = copy_project(tmp_path)
    # A second fault in another file shows whether the rest of the report is still checked.
    edit(
        folder / "sections/57511/billing-overview.yaml",
        "in the weeks after.",
        "in the weeks after. TODO",
    )
    return folder


def findings(project: Path) -> list[dict[str, Any]]:
    outcome = run(project, "check", "--format", "json")
    assert "Traceback" not in outcome.stderr
    data = json.loads(outcome.stdout)
    return [f for f in data["findings"] if f["severity"] == "error"]


def write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


BROKEN: dict[str, tuple[str, bytes, str, int]] = {
    "empty": (SUMMARY, b"", "empty-file", 1),
    "only a comment": (SUMMARY, b"# nothing here\n", "empty-file", 1),
    "not UTF-8": (SUMMARY, b"reportkit: summary/1\ndefinition: caf\xe9\n", "not-utf8", 2),
    "not YAML": (SUMMARY, b"reportkit: summary/1\ndefinition: [a\n", "invalid-yaml", 3),
    "a list": (SUMMARY, b"- a\n- b\n", "wrong-type", 1),
}


@pytest.mark.parametrize(("path", "content", "rule", "line"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_one_finding_and_the_rest_is_checked(
    project: Path, path: str, content: bytes, rule: str, line: int
) -> None:
    write(project / path, content)
    found = findings(project)
    here = [f for f in found if f["file"] == path]
    assert [(f["rule"], f["line"]) for f in here] == [(rule, line)]
    assert any(f["file"].endswith("billing-overview.yaml") for f in found)


CHANGED: dict[str, tuple[str, str, str, str]] = {
    "a duplicate key": (
        SUMMARY,
        "relevance: >",
        "definition: twice\nrelevance: >",
        "duplicate-key",
    ),
    "an anchor": (SUMMARY, "relevance: >", "relevance: &x >", "yaml-anchor"),
    "an unknown key": (SUMMARY, "relevance: >", "relevence: >", "unknown-key"),
    "a code as a number": (CODING, 'code: "22"', "code: 22", "number-for-text"),
    "a modifier not provided": (CODING, 'code: "22"', 'code: "25"', "unprovided-modifier"),
    "a value that does not exist": (
        SUMMARY,
        "{{ input.mue.practitioner.units }}",
        "{{ input.mue.doctor.units }}",
        "unresolved-reference",
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "rule"), CHANGED.values(), ids=CHANGED)
def test_a_fault_is_found_by_its_rule_on_its_line(
    project: Path, path: str, old: str, new: str, rule: str
) -> None:
    edit(project / path, old, new)
    text = (project / path).read_text("utf-8")
    line = text[: text.index(new)].count("\n") + 1
    found = [f for f in findings(project) if f["rule"] == rule]
    assert len(found) == 1
    assert found[0]["file"] == path
    assert found[0]["line"] == line


def test_a_wrong_value_hides_no_other_fault_and_what_waits_for_it_is_named(project: Path) -> None:
    edit(project / "report/57511/input.yaml", "  work_rvu: 1.95", '  work_rvu: "1.95"')
    edit(project / CODING, 'code: "22"', 'code: "25"')
    outcome = run(project, "check", "--format", "json")
    data = json.loads(outcome.stdout)
    rules = {f["rule"] for f in data["findings"] if f["severity"] == "error"}
    assert {"wrong-type", "unprovided-modifier", "placeholder-text"} <= rules
    assert data["skipped"] == [
        {
            "rule": "rvu-sum",
            "publication": "57511",
            "needs": "input",
            "field": "mpfs.work_rvu",
            "reason": "unreadable",
        },
    ]
    assert "1 rule waits for a readable mpfs.work_rvu of input (rvu-sum)" in (
        run(project, "check").stdout
    )
