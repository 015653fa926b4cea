"""What each sentence stands on is told by commands, and on the page of reviewers."""

from __future__ import annotations

from pathlib import Path

import pytest

from small_project import copy_project, edit, run

SUMMARY = "sections/57511/summary.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small project, with a sentence that stands on nothing."""
    project = copy_project(tmp_path)
    edit(project / SUMMARY, "its cells die; nothing is cut out.", "its cells die. Medicare pays.")
    return project


def test_statements_lists_what_can_be_said_and_what_sentences_stand_on(folder: Path) -> None:
    shown = run(folder, "statements", "57511").stdout
    assert "{{ say.global_period }}\n    The global period is the day of the procedure" in shown
    assert "(`say.edits` needs `input.ncci`, which was not provided)" in shown
    assert "payment  no ground\n    Medicare pays.\n" in shown
    assert "bound: input.mue.practitioner.units" in shown


def test_statements_are_said_in_the_language_of_the_project(folder: Path) -> None:
    edit(folder / "report/project.yaml", "language: en", "language: es")
    shown = run(folder, "statements", "57511").stdout
    assert "El período global es el día del procedimiento y los 10 días siguientes." in shown


def test_an_accepted_sentence_stands_until_its_words_change(folder: Path) -> None:
    line = run(folder, "statements", "57511", "--ungrounded").stdout.splitlines()[0]
    accepted = run(folder, "accept", "57511", line[:8], "--by", "A. Coder", "--role", "author")
    assert accepted.stdout == "wrote report/57511/accepted.yaml: 1 statement accepted by A. Coder\n"
    assert "ungrounded-statement" not in run(folder, "check").stdout
    edit(folder / SUMMARY, "Medicare pays.", "Medicare pays it.")
    shown = run(folder, "check").stdout
    assert "warning[stale-acceptance] no sentence on payment reads any more as A. Coder" in shown
    assert "warning[ungrounded-statement]" in shown


def test_accept_asks_on_a_terminal_and_knows_no_other_ids(folder: Path) -> None:
    asked = run(folder, "accept", "57511", "--by", "A. Coder", "--role", "author")
    assert (asked.returncode, asked.stderr.splitlines()[0]) == (
        2,
        "reportkit: there is no terminal to ask on",
    )
    unknown = run(folder, "accept", "57511", "0000", "--by", "A. Coder", "--role", "author")
    assert "no sentence that can be accepted has the id 0000" in unknown.stderr


def test_the_page_of_reviewers_carries_the_ledger(folder: Path) -> None:
    assert run(folder, "review").returncode == 0
    page = (folder / "build/review/57511.html").read_text("utf-8")
    assert "The ledger of statements" in page
    assert "The facts were not challenged since the content changed." in page
