"""Read the cases of the rules: the examples of their pages, and tests/rules/*.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from reportkit.check.example import run_example
from reportkit.check.findings import Findings
from reportkit.check.rule import Rule
from reportkit.rules import all_rules

HERE = Path(__file__).parent
RULES = {rule.name: rule for rule in all_rules()}
MARK = re.compile(r"[ \t]*#!(.*)$", re.MULTILINE)
"""Follows a line at which a finding is expected, with a part of its message."""
DEEP = re.compile(r"[A-Za-z_]\w*[.\[][\w.\[\]+]*:(.*)")
"""A line of a case that replaces one value deep in a file: `mpfs.status: N`."""


@dataclass(frozen=True, slots=True)
class Case:
    """An example to run one rule on, with its marks."""

    rule: str
    name: str
    text: str

    @property
    def marked_lines(self) -> list[tuple[str, str]]:
        """The marked lines without their marks, each with the message expected there."""
        return [
            (line[: mark.start()].strip(), mark[1].strip())
            for line in self.text.splitlines()
            if (mark := MARK.search(line))
        ]


def stands_at(line: str, source: str) -> bool:
    """Whether a line of a case is that line of the file it makes, or gives the value in it."""
    deep = DEEP.fullmatch(line)
    return deep[1].strip() in source if deep else line == source


def examples(rule: Rule) -> tuple[Case, Case]:
    """What the page of a rule calls bad, and what it calls good."""
    return (
        Case(rule.name, "bad example", rule.page.bad),
        Case(rule.name, "good example", rule.page.good),
    )


@cache
def cases(rule: str) -> tuple[Case, ...]:
    """The cases of one rule's file, in its order."""
    path = HERE / f"{rule}.yaml"
    texts: dict[str, str] = YAML(typ="safe").load(path.read_text("utf-8"))
    return tuple(Case(rule, name, text) for name, text in texts.items())


@cache
def outcome(case: Case) -> Findings:
    """What the rule finds in a case without its marks."""
    return run_example(RULES[case.rule], MARK.sub("", case.text), all_rules())
