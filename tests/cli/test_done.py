"""A reviewer is done with a comment or a finding, and what is put in its place waits again."""

from __future__ import annotations

from pathlib import Path

import pytest

from small_project import copy_project, edit, run

CODER = ("--by", "Bo Coder", "--role", "coding-reviewer")
NURSE = ("--by", "Cy Nurse", "--role", "clinical-reviewer")
SUMMARY = "sections/57511/summary.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = copy_project(tmp_path)
    done = run(root, "decide", "57511", f"{SUMMARY}:4", "--comment", "Say by whom.", *CODER)
    assert done.returncode == 0, done.stderr
    return root


def test_who_sent_back_is_done_with_it_and_nobody_else(project: Path) -> None:
    other = run(project, "decide", "57511", f"{SUMMARY}:4", "--done", "sent-back", *NURSE)
    assert other.returncode == 0
    assert "[sent-back]" in run(project, "check").stdout
    own = run(project, "decide", "57511", f"{SUMMARY}:4", "--done", "sent-back", *CODER)
    assert own.stdout == (
        "wrote report/57511/review.yaml: done with sent-back at definition of summary\n"
    )
    assert "[sent-back]" not in run(project, "check").stdout
    assert "sent back, done, Bo Coder" in run(project, "decide", "57511").stdout


def test_a_comment_sent_again_stands_again(project: Path) -> None:
    run(project, "decide", "57511", f"{SUMMARY}:4", "--done", "sent-back", *CODER)
    edit(project / "report/57511/review.yaml", "comment: Say by whom.", "comment: Say where.")
    again = ("decide", "57511", f"{SUMMARY}:4", "--comment", "Say by whom, too.", *CODER)
    later = run(project, *again, CLOCK_OF_THIS_MACHINE="4102444800")
    assert later.returncode == 0, later.stderr
    said = run(project, "check").stdout
    assert "Say by whom, too." in said
    assert "Say where." not in said


def test_a_comment_on_a_question_leaves_it_open(project: Path) -> None:
    empty = run(project, "decide", "57511", "own-words", "--answer", "comment", *CODER)
    assert (empty.returncode, "a comment needs words" in empty.stderr) == (2, True)
    words = ("--comment", "I ask the licensor.")
    run(project, "decide", "57511", "own-words", "--answer", "comment", *words, *CODER)
    listed = run(project, "decide", "57511").stdout
    assert "  comment, Bo Coder, coding-reviewer, " in listed
    assert "answers" not in run(project, "check").stdout


def test_an_answer_is_not_given_to_a_place(project: Path) -> None:
    outcome = run(project, "decide", "57511", f"{SUMMARY}:4", "--answer", "yes", *CODER)
    assert (outcome.returncode, "and not to a place" in outcome.stderr) == (2, True)
