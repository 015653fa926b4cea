"""`reportkit explain`: a rule's page."""

from __future__ import annotations

import textwrap
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.check.rule import Rule
from reportkit.cli import completion, options, reports
from reportkit.cli.rule_set import Trust
from reportkit.cli.rules import known_rules
from reportkit.findings.meant import closest
from reportkit.report.rule_page import traits


@click.command()
@click.argument("rule", shell_complete=completion.rules)
@options.project
@reports.trust
def explain(rule: str, project: Path | None, trust: Trust) -> None:
    """Say what RULE finds, why it exists, and how bad and good look."""
    known = {one.name: one for one in known_rules(project, trust)}
    if rule not in known:
        close = closest(rule, known)
        hint = f"did you mean {close}?" if close else "`reportkit rules` lists them"
        raise CannotRun(f"no rule is named {rule}", hint)
    options.show(_page(known[rule]) + "\n")


def _page(rule: Rule) -> str:
    palette, page = options.palette(), rule.page
    head = f"{palette.paint('strong', rule.name)}  {traits(rule)}"
    return "\n".join(
        [
            head,
            "",
            page.summary,
            "",
            *textwrap.wrap(page.why, 88),
            "",
            palette.paint("error", "Bad"),
            textwrap.indent(page.bad, "    "),
            "",
            palette.paint("good", "Good"),
            textwrap.indent(page.good, "    "),
        ]
    )
