"""`reportkit rules`: the list of rules, their examples run, their pages written."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.check.rule import Rule
from reportkit.check.trial import trial
from reportkit.cli import options, reports
from reportkit.cli.rule_set import Trust, rules_for
from reportkit.files import disk
from reportkit.files.reading import FolderFiles
from reportkit.files.whole import fill_folder
from reportkit.model.project import Project
from reportkit.report.palette import Palette
from reportkit.report.rule_page import MADE, rule_index, rule_page
from reportkit.rules import all_rules
from reportkit.workspace.workspace import read_file


@click.command()
@options.output_format
@options.project
@reports.trust
@click.option(
    "--test",
    "test",
    is_flag=True,
    help="Run every rule on its examples; exit code 1 if one misbehaves.",
)
@click.option(
    "--write-docs",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Write a page for each of reportkit's own rules, and their table.",
)
def rules(
    output_format: str, project: Path | None, trust: Trust, test: bool, write_docs: Path | None
) -> None:
    """List every rule with its severity, by topic; those of the project folder, too."""
    if write_docs is not None:
        _write_docs(write_docs)
        return
    known = sorted(known_rules(project, trust), key=lambda rule: (rule.topic, rule.name))
    if test:
        raise SystemExit(_test(known))
    if output_format == "json":
        click.echo(json.dumps([_data(rule) for rule in known], indent=2))
        return
    options.show(_listing(known, options.palette()))


def known_rules(folder: Path | None, trust: Trust) -> tuple[Rule, ...]:
    """The rules that hold in a project folder; without one, those of reportkit and packages."""
    try:
        root = options.project_root(folder)
    except CannotRun:
        if folder is not None:
            raise
        return rules_for(FolderFiles(Path.cwd()), None, trust).rules
    files = FolderFiles(root)
    project = read_file(files, "report/project.yaml", Project)
    return rules_for(files, project.sound, trust).rules


def _test(known: list[Rule]) -> int:
    """Say which examples do not behave; the exit code."""
    palette, failed = options.palette(), 0
    for rule in known:
        said = list(trial(rule, known))
        failed += bool(said)
        for fault in said:
            click.echo(f"{palette.paint('error', rule.name)} {fault}", color=True)
    number = f"{len(known)} rules tested"
    click.echo(f"{number}, {failed} with examples that do not behave")
    return 1 if failed else 0


def _write_docs(folder: Path) -> None:
    pages = {f"{rule.name}.md": rule_page(rule) for rule in all_rules()}
    pages["README.md"] = rule_index(all_rules())
    try:
        for path in folder.glob("*.md"):
            if path.name not in pages and path.read_bytes().startswith(MADE.encode()):
                disk.remove(path)
    except OSError as error:
        raise disk.not_written(str(folder), error) from error
    fill_folder(folder, {name: text.encode() for name, text in pages.items()})
    click.echo(f"wrote {len(pages)} pages into {options.shown(folder)}")


def _data(rule: Rule) -> dict[str, object]:
    return {
        "name": rule.name,
        "topic": rule.topic,
        "severity": rule.severity,
        "waivable": rule.waivable,
        "origin": rule.origin,
        "summary": rule.page.summary,
    }


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
