"""What a reviewer decides reaches the author, and stands until what was judged changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.workspace.published import published
from reportkit.workspace.workspace import read_workspace
from small_project import copy_project, edit, run

CODER = ("--by", "Bo Coder", "--role", "coding-reviewer")
SUMMARY, REVIEW = "sections/57511/summary.yaml", "report/57511/review.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def line_of(path: Path, words: str) -> int:
    lines = path.read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def test_a_comment_is_a_finding_at_its_place_until_the_words_change(project: Path) -> None:
    line = line_of(project / SUMMARY, "nothing is cut out")
    done = run(project, "decide", "57511", f"{SUMMARY}:{line}", "--comment", "Say by whom.", *CODER)
    assert (done.returncode, done.stdout) == (
        0,
        f"wrote {REVIEW}: sent back definition of summary\n",
    )
    said = "warning[sent-back] sent back by Bo Coder, coding-reviewer: Say by whom."
    assert said in run(project, "check").stdout
    assert run(project, "release", "57511").returncode == 1
    path = project / SUMMARY
    path.write_text(f"# read again\n{path.read_text('utf-8')}", "utf-8")
    assert said in run(project, "check").stdout
    edit(path, "nothing is cut out", "nothing is removed by anybody")
    assert "sent-back" not in run(project, "check").stdout
    listed = run(project, "decide", "57511").stdout
    assert "summary.definition  sent back, changed since, Bo Coder, coding-reviewer, " in listed


def test_an_answer_stands_until_what_it_is_about_changes(project: Path) -> None:
    done = run(project, "decide", "57511", "own-words", "--answer", "no", "--comment", "Row 22 is "
               "copied.", *CODER)  # fmt: skip
    assert (done.returncode, done.stdout) == (0, f"wrote {REVIEW}: own-words: no\n")
    said = "Bo Coder, coding-reviewer, answers no to `Are the descriptions in own words"
    assert said in run(project, "check").stdout
    run(project, "decide", "57511", "new-reader", "--answer", "yes", *CODER)
    listed = run(project, "decide", "57511").stdout
    assert (
        "own-words  Are the descriptions in own words, not the licensed ones?\n  no, Bo" in listed
    )
    edit(project / SUMMARY, "nothing is cut out", "nothing is removed")
    listed = run(project, "decide", "57511").stdout
    assert "  no, Bo Coder" in listed
    assert "  yes, Bo Coder" not in listed
    run(project, "decide", "57511", "own-words", "--answer", "yes", *CODER)
    assert said not in run(project, "check").stdout


def test_questions_are_asked_of_what_is_there(project: Path) -> None:
    def ids() -> list[str]:
        return [line.split()[0] for line in run(project, "decide", "57511").stdout.splitlines()]

    others = ["own-words", "current-policy", "sound-case", "new-reader", "sources", "suppliers"]
    assert ids() == [*others[:3], "guidelines", *others[3:]]
    path = project / "sections/57511/clinical-context.yaml"
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("guidelines:")] + "guidelines: null\n", "utf-8")
    assert ids() == others


def test_answers_are_on_the_page_of_reviewers_and_nothing_is_published_of_them(
    project: Path,
) -> None:
    run(project, "decide", "57511", "sound-case", "--answer", "yes", *CODER)
    assert run(project, "review").returncode == 0
    page = (project / "build/review/57511.html").read_text("utf-8")
    assert "yes: Bo Coder, coding-reviewer, " in page
    assert "reportkit decide 57511 new-reader --answer yes" in page
    (publication,) = read_workspace(project, ["57511"]).publications
    assert "review" in publication.files
    assert "review" not in published(publication).files


REFUSED = (
    ((f"{SUMMARY}:4", "--comment", "Why?"), "a decision needs a name and a role"),
    ((f"{SUMMARY}:4", *CODER), "a place is sent back with a comment"),
    ((f"{SUMMARY}:4", "--comment", " ", *CODER), "a place is sent back with a comment"),
    ((f"{SUMMARY}:999", "--comment", "Why?", *CODER), f"{SUMMARY} has no line 999"),
    (("notes.txt:1", "--comment", "Why?", *CODER), "notes.txt is no file of 57511"),
    (("own-words", *CODER), "no answer is given to `Are the descriptions in own words"),
    (("words", "--answer", "yes", *CODER), "words is neither FILE:LINE nor a question on 57511"),
)


@pytest.mark.parametrize(("said", "reason"), REFUSED)
def test_what_says_too_little_is_not_written(
    project: Path, said: tuple[str, ...], reason: str
) -> None:
    outcome = run(project, "decide", "57511", *said)
    assert (outcome.returncode, reason in outcome.stderr) == (2, True)
    assert not (project / REVIEW).exists()


def test_comments_and_records_before_it_stay(project: Path) -> None:
    run(project, "decide", "57511", "sources", "--answer", "yes", *CODER)
    path = project / REVIEW
    path.write_text("# From the meeting.\n" + path.read_text("utf-8"), "utf-8")
    run(project, "decide", "57511", "suppliers", "--answer", "not-applicable", *CODER)
    text = path.read_text("utf-8")
    assert text.startswith("# From the meeting.\nreportkit: review/1\n")
    assert text.count("question:") == 2
    path.write_text(text.replace("answers:", "answer:"), "utf-8")
    outcome = run(project, "decide", "57511", "sources", "--answer", "yes", *CODER)
    assert (outcome.returncode, f"{REVIEW} cannot be read" in outcome.stderr) == (2, True)
