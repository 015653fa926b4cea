"""`reportkit migrate`, and what an input without a key of a newer reportkit comes to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from small_project import accept_input, copy_project, edit, run

INPUT = "report/57511/input.yaml"


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A project as it would be if nobody had heard of taxonomies when it was made."""
    folder = copy_project(tmp_path)
    path = folder / INPUT
    edit(path, "taxonomies: null\n", "")
    text = path.read_text("utf-8")
    start = text.index("  - field: taxonomies")
    path.write_text(text[:start] + text[text.index("  - field", start + 1) :], "utf-8")
    accept_input(folder)
    return folder


def findings(folder: Path) -> list[tuple[str, str]]:
    data = json.loads(run(folder, "check", "--format", "json").stdout)
    return [(each["rule"], each["severity"]) for each in data["findings"] if not each["waived"]]


def test_an_older_input_is_one_finding_and_readers_are_told(older: Path, tmp_path: Path) -> None:
    whole = copy_project(tmp_path / "whole")
    assert sorted(findings(older)) == sorted([*findings(whole), ("undeclared-gap", "warning")])
    outcome = run(older, "build", "--pdf", "none")
    assert outcome.returncode == 0, outcome.stdout
    page = (older / "build/57511/57511.html").read_text("utf-8")
    assert 'id="gap-taxonomies"' in page
    assert "The report does not say which specialties bill the code." in page


@pytest.mark.parametrize("command", ["migrate", "fix"])
def test_the_key_and_its_record_are_written_and_nothing_is_left_to_say(
    older: Path, tmp_path: Path, command: str
) -> None:
    before = (older / INPUT).read_text("utf-8").splitlines()
    outcome = run(older, command)
    assert outcome.returncode == 0, outcome.stderr
    after = (older / INPUT).read_text("utf-8").splitlines()
    assert [line for line in before if line not in after] == []
    assert {line for line in after if line not in before} >= {
        "taxonomies: null",
        "  - field: taxonomies",
        "    needed_from: provider data team",
        "    effect: The report does not say which specialties bill the code.",
    }
    assert sorted(findings(older)) == sorted(findings(copy_project(tmp_path / "whole")))


def test_what_migrate_does_is_said_and_can_be_seen_before(older: Path) -> None:
    before = (older / INPUT).read_bytes()
    shown = run(older, "migrate", "--diff")
    assert "+taxonomies: null" in shown.stdout
    assert (older / INPUT).read_bytes() == before
    assert run(older, "migrate").stdout.splitlines()[:2] == [
        "lifted report/57511/report.yaml: the hash of its input",
        "lifted report/57511/input.yaml: taxonomies declared missing",
    ]
    assert run(older, "migrate").stdout == (
        "nothing to do: every file has today's form and declares every kind of data\n"
    )


def test_a_file_that_cannot_be_lifted_is_named_and_the_rest_is(older: Path) -> None:
    summary = older / "sections/57511/summary.yaml"
    summary.write_text("a: [\n", "utf-8")
    outcome = run(older, "migrate")
    assert outcome.returncode == 1
    assert "left sections/57511/summary.yaml as it is: line 2: " in outcome.stdout
    assert "taxonomies: null" in (older / INPUT).read_text("utf-8")
