"""`reportkit waive`: accept findings of a rule at a place, with a reason, until a day."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.check.engine import check as run_check
from reportkit.check.rule import Rule
from reportkit.check.waivers import covers, effect_of
from reportkit.cli import clock, completion, options, reports
from reportkit.cli.add_entry import with_entry
from reportkit.cli.rule_set import Trust, rule_set
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.findings.finding import Finding
from reportkit.model.waivers import Waiver
from reportkit.workspace.select import select_codes
from reportkit.workspace.workspace import Workspace, workspace_of


@click.command()
@click.argument("rule", shell_complete=completion.rules)
@click.argument("path", shell_complete=completion.files)
@click.option("--reason", required=True, help="Why the findings may stay.")
@click.option("--owner", required=True, help="Who answers for it.")
@click.option("--expiry", required=True, metavar="YYYY-MM-DD", help="The last day it holds.")
@click.option("--code", help="Publication; default: the one PATH is in.")
@options.project
@reports.trust
def waive(
    rule: str,
    path: str,
    reason: str,
    owner: str,
    expiry: str,
    code: str | None,
    project: Path | None,
    trust: Trust,
) -> None:
    """Add a waiver of RULE at PATH to report/<code>/waivers.yaml; comments stay.

    PATH is a file or a glob from the project folder, if need be with the route of a field:
    `sections/57511/summary.yaml#notes[*]`.
    """
    root = options.project_root(project)
    code = _code(root, path, code)
    waiver = Waiver(rule=rule, path=path, reason=reason, owner=owner, expiry=_day(expiry))
    file = f"report/{code}/waivers.yaml"
    with hold(root) as held:
        files = FolderFiles(root)
        accepted = _accepted(waiver, workspace_of(files, [code]), trust)
        write_files(held, {file: with_entry(files, file, "waivers", waiver.model_dump())})
    number = f"{len(accepted)} finding{'' if len(accepted) == 1 else 's'}"
    click.echo(f"wrote {file}: {number} of {rule} accepted until {expiry}")


def _accepted(waiver: Waiver, workspace: Workspace, trust: Trust) -> list[Finding]:
    """The findings a waiver accepts; raises CannotRun if it would not hold."""
    rules = rule_set(workspace, trust).rules
    _refuse(waiver, {rule.name: rule for rule in rules})
    findings = run_check(workspace, rules, clock.today()).findings
    accepted = [finding for finding in findings if covers(waiver, finding)]
    _refuse_empty(waiver, accepted)
    return accepted


def _code(root: Path, path: str, code: str | None) -> str:
    parts = path.removeprefix("./").split("/")
    named = code or (parts[1] if parts[0] in ("report", "sections", "build") and parts[1:] else "")
    if not named or any(sign in named for sign in "*?"):
        raise CannotRun(f"{path} does not say which publication", "name it with --code")
    return select_codes(root, [named], root)[0]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text) if len(text) == 10 else date.fromisoformat("")
    except ValueError:
        raise CannotRun(f"{text} is not a day", "write --expiry as YYYY-MM-DD") from None


def _refuse(waiver: Waiver, known: Mapping[str, Rule]) -> None:
    match effect_of(waiver, known, clock.today()):
        case "unknown-rule":
            close = difflib.get_close_matches(waiver.rule, known, n=1)
            hint = f"did you mean {close[0]}?" if close else "`reportkit rules` lists them"
            raise CannotRun(f"no rule is named {waiver.rule}", hint)
        case "refused":
            raise CannotRun(f"findings of {waiver.rule} cannot be waived", "mend what was found")
        case "unexplained":
            raise CannotRun("the waiver says nothing as reason or owner",
                            "say why the finding may stay, and who answers for it")  # fmt: skip
        case "expired":
            raise CannotRun(f"{waiver.expiry} is over", "name a day to come with --expiry")


def _refuse_empty(waiver: Waiver, accepted: list[Finding]) -> None:
    """A waiver of what a build finds cannot be tried here; any other has to fit something."""
    if not accepted and not waiver.path.removeprefix("./").startswith("build/"):
        raise CannotRun(f"no finding of {waiver.rule} is at {waiver.path}",
                        "`reportkit check` shows findings with their paths")  # fmt: skip
