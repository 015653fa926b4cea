"""`check` shows what some rules find, a line a finding, or counts, and is honest of the rest."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from small_project import copy_project, edit, run

SUMMARY = "sections/{code}/summary.yaml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two publications with an error, a warning and waived findings each."""
    root = copy_project(tmp_path_factory.mktemp("choice"), "57513")
    for code in ("57511", "57513"):
        edit(root / SUMMARY.format(code=code), "nothing is cut out.", "nothing is cut out, TBD.")
    return root


def test_select_and_ignore_show_what_is_asked_about(project: Path) -> None:
    both = run(project, "check", "--format", "concise")
    assert both.returncode == 1
    rules = re.findall(r"\[([a-z-]+)\]", both.stdout)
    assert Counter(rules) == {"placeholder-text": 2, "unintroduced-abbreviation": 2}
    selected = run(project, "check", "--select", "placeholder-text", "--format", "concise")
    ignored = run(
        project, "check", "--ignore", "unintroduced-abbreviation,stale-data", "--format", "concise"
    )
    assert selected.stdout == ignored.stdout
    assert selected.stdout.splitlines()[0] == (
        "sections/57511/summary.yaml:5:51: error[placeholder-text] `TBD` stands in for text that "
        "is not written"
    )


def test_what_is_left_out_neither_fails_nor_makes_ready(project: Path) -> None:
    outcome = run(project, "check", "57511", "--ignore", "placeholder-text")
    assert outcome.returncode == 0
    assert "57511 ready to publish: no. 0 errors, 1 warning, 5 waived" in outcome.stdout
    outcome = run(project, "check", "57511", "--select", "stale-data", "--fail-on", "info")
    assert outcome.returncode == 0
    assert "57511 ready to publish: no. 0 errors, 0 warnings, 5 waived" in outcome.stdout


def test_statistics_count_what_json_counts(project: Path) -> None:
    said = run(project, "check", "--statistics")
    assert said.returncode == 1
    found = json.loads(run(project, "check", "--format", "json").stdout)["findings"]
    live = Counter(one["rule"] for one in found if not one["waived"])
    waived = Counter(one["rule"] for one in found if one["waived"])
    rows = [line.split() for line in said.stdout.splitlines()[1:-1]]
    names = [re.sub(r"^\w+\[(.+)\]$", r"\1", row[3]) for row in rows]
    assert {
        name: int(row[0]) for name, row in zip(names, rows, strict=True) if row[0] != "0"
    } == live
    assert {name: int(row[1]) for name, row in zip(names, rows, strict=True) if row[1] != "0"} == (
        waived
    )
    assert [row[2] for row in rows] == ["2", "2", "2"]
    assert said.stdout.splitlines()[-1] == "4 open, 10 waived, of 3 rules, in 2 publications"


def test_statistics_take_the_place_of_text_alone(project: Path, tmp_path: Path) -> None:
    file = tmp_path / "findings.json"
    said = run(project, "check", "--statistics", "--format", "text", "--format", f"json={file}")
    assert said.stdout.startswith("open  waived  publications  rule\n")
    assert json.loads(file.read_text("utf-8"))["counts"]["errors"] == 2


def test_quiet_shows_findings_and_nothing_else(project: Path) -> None:
    quiet = run(project, "check", "-q")
    loud = run(project, "check")
    assert (quiet.returncode, loud.returncode) == (1, 1)
    assert loud.stdout.startswith(quiet.stdout.rstrip("\n"))
    assert "waived" not in quiet.stdout
    assert "ready to publish" not in quiet.stdout
    chosen = run(project, "check", "-q", "--select", "placeholder-text")
    assert chosen.stdout.count("error[placeholder-text]") == 2
    assert "warning[" not in chosen.stdout
    assert run(project, "check", "-q", "--select", "stale-data").stdout == ""


def test_a_mistyped_rule_is_told(project: Path) -> None:
    outcome = run(project, "check", "--select", "placeholder-txt")
    assert (outcome.returncode, outcome.stderr) == (
        2,
        "reportkit: no rule is named placeholder-txt\n  = help: did you mean placeholder-text?\n",
    )
