"""`reportkit waive`: accept findings of a rule at a place, with a reason, until a day."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.check.engine import Check
from reportkit.check.rule import CheckAgreement
from reportkit.cli import clock, completion, options, reports
from reportkit.cli.days import DAY
from reportkit.cli.order import Order
from reportkit.cli.rule_set import Trust, checker
from reportkit.cli.sources import read_house, rules_of
from reportkit.decide.waive import waive as add_waiver
from reportkit.decide.waive import waive_everywhere
from reportkit.model.waivers import Waiver
from reportkit.workspace.select import all_codes, select_codes


@click.command()
@click.argument("rule", shell_complete=completion.rules)
@click.argument("path", shell_complete=completion.files)
@click.option("--reason", required=True, help="Why the findings may stay.")
@click.option("--owner", required=True, help="Who answers for it.")
@click.option(
    "--expiry", required=True, type=DAY, metavar="YYYY-MM-DD", help="The last day it holds."
)
@click.option(
    "--everywhere",
    is_flag=True,
    help="Accept what is found there in every publication that is told the same.",
)
@click.option("--code", help="Publication; default: the one PATH is in.")
@options.project
@reports.trust
def waive(
    rule: str,
    path: str,
    reason: str,
    owner: str,
    expiry: date,
    everywhere: bool,
    code: str | None,
    project: Path | None,
    trust: Trust,
) -> None:
    """Add a waiver of RULE at PATH to report/<code>/waivers.yaml; comments stay.

    PATH is a file or a glob from the project folder, if need be with the route of a field:
    `sections/57511/summary.yaml#notes[*]`. With --everywhere the waiver goes to
    report/waivers.yaml and holds for the same finding in all publications, whatever their code.
    """
    root = options.project_root(project)
    code = _code(root, path, code)
    waiver = Waiver(rule=rule, path=path, reason=reason, owner=owner, expiry=expiry)
    add = waive_everywhere if everywhere else add_waiver
    click.echo(add(root, code, waiver, _checker(root, rule, trust), clock.today()))


def _checker(root: Path, rule: str, trust: Trust) -> Check:
    """What finds what a rule finds: a check, or for some rules a look at all publications."""
    known = {known.name: known for known in rules_of(read_house(root), trust).rules}
    if rule not in known or not isinstance(known[rule].check, CheckAgreement):
        return checker(trust)
    from reportkit.cli.agree_jobs import agreement

    order = Order(root=root, trust=trust, today=clock.today())
    return lambda _: agreement(order, all_codes(root), os.cpu_count() or 1).findings


def _code(root: Path, path: str, code: str | None) -> str:
    parts = path.removeprefix("./").split("/")
    named = code or (parts[1] if parts[0] in ("report", "sections", "build") and parts[1:] else "")
    if not named or any(sign in named for sign in "*?"):
        raise CannotRun(f"{path} does not say which publication", "name it with --code")
    return select_codes(root, [named], root)[0]
