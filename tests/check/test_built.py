"""What was published is read by the rules, too; settings and waivers hold there as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from defects import TODAY, waiver, write_waivers
from reportkit.check.built import BuiltText, check_built
from reportkit.check.house import house_rule
from reportkit.check.rule import Rule
from reportkit.findings.finding import Finding
from reportkit.model.project import Term
from reportkit.workspace.workspace import read_workspace
from small_project import copy_project

PAGE = "build/57511/57511.pdf, page {}"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def rule(*scope: str) -> Rule:
    return house_rule(Term(name="no-promises", banned=("guaranteed",), message="no {found}",
                           scope=scope, bad="Guaranteed.", good="Likely."))  # fmt: skip


def found(project: Path, text: str, page: int, each: Rule) -> tuple[Finding, ...]:
    publication = read_workspace(project, ["57511"]).publications[0]
    built = BuiltText("57511", PAGE.format(page), text)
    return check_built([built], [each], publication, TODAY)


def test_a_term_reads_what_is_built_only_if_its_scope_says_so(project: Path) -> None:
    assert found(project, "It is guaranteed.", 1, rule("sections")) == ()
    assert [each.message for each in found(project, "It is guaranteed.", 1, rule("built"))] == [
        "no guaranteed"
    ]


def test_a_waiver_and_a_severity_hold_for_what_is_built(project: Path) -> None:
    write_waivers(project, waiver("no-promises", "build/57511/57511.pdf"))
    settings = project / "report/project.yaml"
    added = settings.read_text("utf-8") + "rules:\n  no-promises: {severity: info, reason: Yes.}\n"
    settings.write_text(added, "utf-8")
    finding = found(project, "It is guaranteed.", 4, rule("built"))[0]
    assert (finding.severity, finding.open) == ("info", False)


def test_a_fingerprint_stays_when_the_text_moves_to_another_page(project: Path) -> None:
    one = found(project, "It is guaranteed, guaranteed.", 2, rule("built"))
    other = found(project, "More. It is guaranteed, guaranteed.", 3, rule("built"))
    assert [each.fingerprint for each in one] == [each.fingerprint for each in other]
    assert one[0].fingerprint != one[1].fingerprint


def test_a_reference_that_was_left_in_what_is_built_is_read_as_it_stands(project: Path) -> None:
    left = house_rule(Term(name="no-leak", banned=("input.as_of",), message="no {found}",
                           scope=("built",), bad="input.as_of", good="A day."))  # fmt: skip
    (finding,) = found(project, "As of {{ input.as_of }}.", 1, left)
    assert (finding.message, finding.place.span.start) == ("no input.as_of", 9)
