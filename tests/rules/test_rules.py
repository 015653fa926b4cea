"""Every rule's own examples, and the cases of tests/rules/*.yaml."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from reportkit.check.example import run_example
from reportkit.check.findings import Findings
from reportkit.check.rule import Rule
from reportkit.rules import all_rules

HERE = Path(__file__).parent
MARK = re.compile(r"[ \t]*#!(.*)$", re.MULTILINE)
RULES = {rule.name: rule for rule in all_rules()}


def cases() -> list[tuple[str, str, str]]:
    """Rule name, case name and case text of every case."""
    found = []
    for path in sorted(HERE.glob("*.yaml")):
        for name, text in YAML(typ="safe").load(path.read_text("utf-8")).items():
            found.append((path.stem, name, text))
    return found


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_the_bad_example_is_found(rule: Rule) -> None:
    assert run_example(rule, rule.page.bad, all_rules()).findings


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_the_good_example_is_silent(rule: Rule) -> None:
    outcome = run_example(rule, rule.page.good, all_rules())
    assert (outcome.findings, outcome.skipped) == ((), ())


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_the_page_says_what_and_why(rule: Rule) -> None:
    assert rule.page.summary.endswith(".")
    assert len(rule.page.why.split()) >= 8


@pytest.mark.parametrize(("name", "case", "text"), cases(), ids=lambda value: str(value)[:50])
def test_a_case_finds_what_it_marks_and_no_more(name: str, case: str, text: str) -> None:
    expected = marked_lines(text)
    outcome = run_example(RULES[name], MARK.sub("", text), all_rules())
    found = {(source_line(outcome, index), f.message) for index, f in enumerate(outcome.findings)}
    for line, message in expected:
        assert any(line == at and message in said for at, said in found), (line, message, found)
    assert len(found) == len(expected), found


def test_every_case_file_names_a_rule() -> None:
    assert {path.stem for path in HERE.glob("*.yaml")} <= RULES.keys()


def marked_lines(text: str) -> list[tuple[str, str]]:
    """The marked lines without their marks, each with the message expected there."""
    return [
        (MARK.sub("", line).strip(), MARK.findall(line)[0].strip())
        for line in text.splitlines()
        if MARK.search(line)
    ]


def source_line(outcome: Findings, index: int) -> str:
    """The source line a finding points at."""
    where = outcome.findings[index].place
    lines = outcome.sources[where.file].splitlines()
    return lines[where.line - 1].strip() if lines else ""
