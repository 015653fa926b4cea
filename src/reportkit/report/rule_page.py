"""Rules in, Markdown out: a page for each, and a table of all."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from itertools import groupby

from reportkit.check.rule import Rule

MADE = "<!-- Made by `reportkit rules --write-docs` from the rule's docstring. -->"
"""Stands on every page, so that pages of rules that are gone can be told from others."""


def rule_page(rule: Rule) -> str:
    """The page of one rule."""
    return "\n".join([MADE, "", f"# {rule.name}", "", *_body(rule)]) + "\n"


def rule_help(rule: Rule) -> str:
    """What the page says, without its title, as Markdown."""
    return "\n".join(_body(rule)) + "\n"


def rule_text(rule: Rule) -> str:
    """What the page says, as plain text."""
    page = rule.page
    parts = [page.summary, page.why, traits(rule)]
    parts += [f"Bad:\n{textwrap.indent(page.bad, '    ')}"] if page.bad else []
    parts += [f"Good:\n{textwrap.indent(page.good, '    ')}"] if page.good else []
    return "\n\n".join(part for part in parts if part)


def rule_index(rules: Iterable[Rule]) -> str:
    """The table of all rules, by topic."""
    known = sorted(rules, key=lambda rule: (rule.topic, rule.name))
    lines = [
        MADE,
        "",
        "# Rules",
        "",
        f"{len(known)} rules. `reportkit explain RULE` prints a page;",
        "`report/project.yaml` sets severities, and `report/<code>/waivers.yaml` accepts findings",
        "until a day.",
        "",
        "Examples show what differs from a small report that breaks no rule: `# input` names a",
        "file, and `mpfs.status: N` the key `status` of its `mpfs`.",
    ]
    for topic, group in groupby(known, key=lambda rule: rule.topic):
        lines += [
            "",
            f"## {topic.capitalize()}",
            "",
            "| rule | severity | finds |",
            "|---|---|---|",
        ]
        lines += [
            f"| [{rule.name}]({rule.name}.md) "
            f"| {rule.severity}{'' if rule.waivable else ', fixed'} "
            f"| {_cell(rule.page.summary)} |"
            for rule in group
        ]
    lines += ["", "*Fixed*: findings cannot be waived, and the severity cannot be changed."]
    return "\n".join(lines) + "\n"


def traits(rule: Rule) -> str:
    """Severity, topic, and whether the rule may be set aside, in one line."""
    waivable = "may be waived with a reason" if rule.waivable else "cannot be waived"
    return f"{rule.severity}, {rule.topic}, {waivable}"


def _body(rule: Rule) -> list[str]:
    page = rule.page
    lines = [page.summary, "", f"*{traits(rule)}*"]
    if page.why:
        lines += ["", "## Why", "", *textwrap.wrap(page.why, 98)]
    for title, example in (("Bad", page.bad), ("Good", page.good)):
        if example:
            fence = "```" if "```" not in example else "````"
            kind = "yaml" if rule.fires is None else ""
            lines += ["", f"## {title}", "", f"{fence}{kind}", example, fence]
    return lines


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
