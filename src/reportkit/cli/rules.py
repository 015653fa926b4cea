"""`reportkit rules`: the list of rules."""

from __future__ import annotations

import json
from itertools import groupby

import click

from reportkit.check.rule import Rule
from reportkit.cli import options
from reportkit.report.palette import Palette
from reportkit.rules import all_rules


@click.command()
@options.output_format
def rules(output_format: str) -> None:
    """List every rule with its severity, by topic."""
    known = sorted(all_rules(), key=lambda rule: (rule.topic, rule.name))
    if output_format == "json":
        data = [
            {
                "name": rule.name,
                "topic": rule.topic,
                "severity": rule.severity,
                "waivable": rule.waivable,
                "summary": rule.page.summary,
            }
            for rule in known
        ]
        click.echo(json.dumps(data, indent=2))
        return
    options.show(_listing(known, options.palette()))


def _listing(known: list[Rule], palette: Palette) -> str:
    wide = max(len(rule.name) for rule in known)
    lines = []
    for topic, group in groupby(known, key=lambda rule: rule.topic):
        lines.append(palette.paint("strong", topic))
        for rule in group:
            severity = palette.paint(rule.severity, f"{rule.severity:<7}")
            lines.append(f"  {rule.name:<{wide}}  {severity}  {rule.page.summary}")
        lines.append("")
    lines.append(f"{len(known)} rules; `reportkit explain RULE` says more of one")
    return "\n".join(lines) + "\n"
