"""`reportkit rules`: the list of rules."""

from __future__ import annotations

import json
from itertools import groupby

import click

from reportkit.cli import options
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
    palette = options.palette()
    wide = max(len(rule.name) for rule in known)
    for topic, group in groupby(known, key=lambda rule: rule.topic):
        click.echo(palette.paint("strong", topic))
        for rule in group:
            severity = palette.paint(rule.severity, f"{rule.severity:<7}")
            click.echo(f"  {rule.name:<{wide}}  {severity}  {rule.page.summary}")
        click.echo()
    click.echo(f"{len(known)} rules; `reportkit explain RULE` says more of one")
