"""`reportkit explain`: a rule's page."""

from __future__ import annotations

import difflib
import textwrap

import click

from reportkit.check.rule import Rule
from reportkit.cli import options
from reportkit.rules import all_rules
from reportkit.workspace.cannot_run import CannotRun


@click.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Say what RULE finds, why it exists, and how bad and good look."""
    known = {each.name: each for each in all_rules()}
    if rule not in known:
        close = difflib.get_close_matches(rule, known, n=1)
        hint = f"did you mean {close[0]}?" if close else "`reportkit rules` lists them"
        raise CannotRun(f"no rule is named {rule}", hint)
    options.show(_page(known[rule]) + "\n")


def _page(rule: Rule) -> str:
    palette, page = options.palette(), rule.page
    waivable = "may be waived with a reason" if rule.waivable else "cannot be waived"
    head = f"{palette.paint('strong', rule.name)}  {rule.severity}, {rule.topic}, {waivable}"
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
