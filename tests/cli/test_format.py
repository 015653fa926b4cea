"""`reportkit format` brings files into one layout, and changes nothing that is read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from small_project import accept_input, copy_project, run

SUMMARY = "sections/57511/summary.yaml"
INPUT = "report/57511/input.yaml"


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    """The small project with twice the indentation, and empty lines."""
    folder = copy_project(tmp_path)
    for path in files(folder):
        text = re.sub(r"^( +)", r"\1\1", path.read_text("utf-8"), flags=re.MULTILINE)
        text = re.sub(r"^( +- )", r"\1  ", text, flags=re.MULTILINE)
        path.write_text(f"{text}\n\n", "utf-8")
    accept_input(folder)
    return folder


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yaml"))


def found(folder: Path) -> list[Any]:
    """What check finds, without the places in the files."""
    findings = json.loads(run(folder, "check", "--format", "json").stdout)["findings"]
    return [[one["rule"], one["file"], one["path"], one["message"]] for one in findings]


def test_a_project_comes_back_into_its_layout(untidy: Path, tmp_path_factory: Any) -> None:
    before = found(untidy)
    outcome = run(untidy, "format")
    assert outcome.returncode == 0, outcome.stderr
    assert f"formatted {SUMMARY}" in outcome.stdout
    tidy = copy_project(tmp_path_factory.mktemp("tidy"))
    for path in files(tidy):
        assert (untidy / path.relative_to(tidy)).read_text("utf-8") == path.read_text("utf-8")
    assert found(untidy) == before
    assert run(untidy, "format").stdout == "every file is in the layout\n"


def test_check_writes_nothing_and_says_what_is_not_in_the_layout(untidy: Path) -> None:
    before = {path: path.read_bytes() for path in files(untidy)}
    outcome = run(untidy, "format", "--check")
    assert outcome.returncode == 1
    assert f"not in the layout: {SUMMARY}\n" in outcome.stdout
    assert {path: path.read_bytes() for path in files(untidy)} == before
    run(untidy, "format")
    assert run(untidy, "format", "--check").returncode == 0


def test_the_changes_can_be_seen_before_they_are_made(untidy: Path) -> None:
    before = (untidy / SUMMARY).read_bytes()
    shown = run(untidy, "format", "--diff").stdout
    assert f"--- {SUMMARY}\n+++ {SUMMARY}\n" in shown
    assert (untidy / SUMMARY).read_bytes() == before


def test_a_file_that_is_no_yaml_is_left_as_it_is(untidy: Path) -> None:
    (untidy / SUMMARY).write_text("a:   [\n", "utf-8")
    outcome = run(untidy, "format")
    assert outcome.returncode == 1
    assert f"left {SUMMARY} as it is: line " in outcome.stderr
    assert (untidy / SUMMARY).read_text("utf-8") == "a:   [\n"


def test_signatures_stand_for_what_is_said_and_not_for_its_layout(untidy: Path) -> None:
    run(untidy, "sign", "57511", "--role", "author", "--name", "A. Writer", "--meaning", "approved")
    run(untidy, "format")
    assert "void-signature" not in run(untidy, "check").stdout
