"""Every rule's own examples, and the cases of tests/rules/*.yaml."""

from __future__ import annotations

import pytest
from cases import HERE, RULES, Case, cases, examples, outcome, stands_at
from snapshot import snapshot_path, snapshot_text

from reportkit.check.findings import Findings
from reportkit.check.rule import Rule
from reportkit.cli.new_rule import UNWRITTEN

every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
every_case = pytest.mark.parametrize(
    "case",
    [case for name in sorted(RULES) for case in cases(name)],
    ids=lambda case: f"{case.rule}-{case.name}",
)


@every_rule
def test_the_bad_example_is_found(rule: Rule) -> None:
    bad, _ = examples(rule)
    assert outcome(bad).findings


@every_rule
def test_the_good_example_is_silent(rule: Rule) -> None:
    _, good = examples(rule)
    assert (outcome(good).findings, outcome(good).skipped) == ((), ())


@every_rule
def test_the_page_says_what_and_why(rule: Rule) -> None:
    assert rule.page.summary.endswith(".")
    assert len(rule.page.why.split()) >= 8
    assert UNWRITTEN not in rule.docstring


@every_case
def test_a_case_finds_what_it_marks_and_no_more(case: Case) -> None:
    assert UNWRITTEN not in case.name
    expected = case.marked_lines
    messages = [
        (source_line(outcome(case), index), finding.message)
        for index, finding in enumerate(outcome(case).findings)
    ]
    for line, message in expected:
        assert any(stands_at(line, at) and message in text for at, text in messages), (
            line,
            messages,
        )
    assert len(set(messages)) == len(expected), messages


@every_rule
def test_what_is_found_is_exactly_the_snapshot(rule: Rule, update_snapshots: bool) -> None:
    """`make snapshots` writes them anew; read the difference before it is committed."""
    path = snapshot_path(rule.name)
    text = snapshot_text(rule, (*examples(rule), *cases(rule.name)))
    if update_snapshots:
        path.write_text(text, "utf-8")
    assert path.is_file(), "run `make snapshots`"
    assert path.read_text("utf-8") == text


def test_every_case_file_and_snapshot_names_a_rule() -> None:
    for kind in ("yaml", "txt"):
        assert {path.stem for path in HERE.glob(f"*.{kind}")} == RULES.keys()


def source_line(findings: Findings, index: int) -> str:
    """The source line a finding points at."""
    where = findings.findings[index].place
    lines = findings.sources[where.file].splitlines()
    return lines[where.line - 1].strip() if lines else ""
