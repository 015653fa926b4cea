"""A reviewer is asked about what is new or changed, and about nothing that was decided."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reportkit.check.acceptance import id_of
from reportkit.check.engine import Check
from reportkit.cli.rule_set import checker
from reportkit.decide.cases import Case, cases, fallen
from reportkit.decide.judged import judged_at
from reportkit.decide.on_places import be_done, send_back
from reportkit.decide.on_questions import answer, question_on
from reportkit.decide.on_statements import accept, acceptable, acceptance
from reportkit.decide.sign import sign
from reportkit.decide.sitting import Reviewer, Sitting
from reportkit.workspace.workspace import Workspace, read_workspace
from small_project import copy_project, edit

BO, CY = Reviewer("Bo Coder", "coding-reviewer"), Reviewer("Cy Nurse", "clinical-reviewer")
CHECK: Check = checker("untrusted")
SUMMARY = "sections/57511/summary.yaml"


def sitting(root: Path, who: Reviewer = BO) -> Sitting:
    return Sitting(root, "57511", who, datetime(2026, 11, 26, tzinfo=UTC), date(2026, 11, 26))


def asked(root: Path, who: Reviewer = BO) -> tuple[Case, ...]:
    workspace = read_workspace(root, ["57511"])
    findings = CHECK(workspace).findings
    return tuple(case for case in cases(workspace.publications[0], findings, who) if case.waits)


def decide_all(root: Path, who: Reviewer = BO) -> None:
    """Decide on everything that waits, as a reviewer would who has nothing to object to."""
    workspace: Workspace = read_workspace(root, ["57511"])
    (publication,) = workspace.publications
    here = sitting(root, who)
    entries = [entry for entry in acceptable(publication) if entry.ground is None]
    if entries:
        accept(here, [acceptance(here, entry, publication) for entry in entries])
    for case in asked(root, who):
        assert case.judged is not None
        if case.kind == "question":
            answer(here, question_on(publication, case.id), case.judged, "yes", "")
        elif case.kind == "finding":
            found = next(one for one in CHECK(workspace).findings if one.fingerprint == case.id)
            be_done(here, case.judged, found.rule)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A report with sixty statements that no data holds."""
    root = copy_project(tmp_path)
    lines = "".join(f"  Unit number {number} on a claim is denied.\n" for number in range(10, 70))
    edit(root / SUMMARY, "  day is denied [@cms-pfs].\n", f"  day is denied.\n{lines}")
    return root


def test_one_edited_sentence_of_a_signed_report_is_asked_about_and_what_depends_on_it(
    project: Path,
) -> None:
    kinds = Counter(case.kind for case in asked(project))
    assert kinds["statement"] > 60
    decide_all(project)
    assert asked(project) == ()
    sign(sitting(project), "Reviewed for coding accuracy.", CHECK)
    assert fallen(read_workspace(project, ["57511"]).publications[0], BO) == ()
    edit(
        project / SUMMARY,
        "Unit number 42 on a claim is denied.",
        "Unit number 42 on a claim is denied twice.",
    )
    waiting = asked(project)
    statements = [case for case in waiting if case.kind == "statement"]
    assert {(case.id.partition("-")[0], case.state) for case in statements} == {
        (id_of("Unit number 42 on a claim is denied twice."), "changed")
    }
    assert [(case.id, case.state) for case in waiting if case.kind == "question"] == [
        ("new-reader", "changed")
    ]
    (publication,) = read_workspace(project, ["57511"]).publications
    found = {
        one.fingerprint: one.rule for one in CHECK(read_workspace(project, ["57511"])).findings
    }
    rules = Counter(found[case.id] for case in waiting if case.kind == "finding")
    # The passage that the sentence is in is too long, as it was; it is another passage now.
    assert set(rules) == {
        "overlong-text",
        "stale-acceptance",
        "ungrounded-statement",
        "void-signature",
    }
    assert len(waiting) == len(statements) + 1 + sum(rules.values())
    assert len(waiting) < 10
    assert fallen(publication, BO) == (f"your signature: {SUMMARY} changed",)


def test_an_edit_of_comments_or_layout_asks_about_nothing(project: Path) -> None:
    decide_all(project)
    path = project / SUMMARY
    path.write_text(f"# read again\n{path.read_text('utf-8')}", "utf-8")
    assert asked(project) == ()


def test_what_one_reviewer_decided_waits_for_the_other(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    before = asked(root, CY)
    decide_all(root, BO)
    assert asked(root, CY) == before
    assert {case.state for case in before} == {"new"}


def test_a_comment_whose_place_changed_waits_until_its_reviewer_is_done(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    decide_all(root)
    publication = read_workspace(root, ["57511"]).publications[0]
    judged = judged_at(publication, "summary", ("definition",))
    assert judged is not None
    send_back(sitting(root), judged, "Say by whom.")
    assert asked(root) == ()
    edit(root / SUMMARY, "nothing is cut out", "nothing is cut out by anybody")
    comment, question = sorted(asked(root), key=lambda case: case.kind)
    assert (comment.kind, comment.state, comment.said) == ("comment", "changed", "Say by whom.")
    assert question.id == "new-reader"
    assert comment.judged is not None
    be_done(sitting(root), comment.judged, "sent-back")
    assert [case.kind for case in asked(root)] == ["question"]


def test_a_comment_on_a_row_that_is_gone_has_fallen(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    publication = read_workspace(root, ["57511"]).publications[0]
    judged = judged_at(publication, "clinical-context", ("workflow", 3, "text"))
    assert judged is not None
    send_back(sitting(root), judged, "Which test?")
    context = root / "sections/57511/clinical-context.yaml"
    edit(context, "  - text: Arrange the test that follows.\n", "")
    after = read_workspace(root, ["57511"]).publications[0]
    assert fallen(after, BO) == ("the place of your comment is gone: Which test?",)
    assert fallen(after, CY) == ()


def test_a_file_that_cannot_be_read_leaves_the_rest_to_decide(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    (root / "report/57511/input.yaml").write_text("reportkit: [", "utf-8")
    kinds = Counter(case.kind for case in asked(root))
    assert kinds["statement"] == 0
    assert kinds["finding"] > 0
    assert kinds["question"] > 3
