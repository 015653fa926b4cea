"""`reportkit check`: run the rules and show what they found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from reportkit.cli import options
from reportkit.cli.recall import Said, key_of, recall, remember

if TYPE_CHECKING:
    from datetime import date

    from reportkit.check.findings import Findings
    from reportkit.findings.finding import Severity


@click.command()
@options.names
@options.project
@options.output_format
@options.fail_on
def check(names: tuple[str, ...], project: Path | None, output_format: str, fail_on: str) -> None:
    """Check publications, named by code, folder or file; all of them if none is named.

    The exit code is 0 when nothing is as grave as --fail-on, 1 when something is, and
    2 when the check could not run.
    """
    root, codes = options.selected(project, names)
    colours = repr(options.palette())
    key = key_of(root, codes, (output_format, fail_on, colours, str(options.today())))
    said = recall(root, key)
    if said is None:
        findings = _findings(root, codes, options.today())
        code = 1 if findings.at_or_above(cast("Severity", fail_on)) else 0
        said = Said(formatted(findings, output_format), code)
        remember(root, key, said)
    options.show(said.text)
    raise SystemExit(said.code)


def _findings(root: Path, codes: tuple[str, ...], today: date) -> Findings:
    from reportkit.check.engine import check as run_check
    from reportkit.rules import all_rules
    from reportkit.workspace.workspace import read_workspace

    return run_check(read_workspace(root, codes), all_rules(), today)


def formatted(findings: Findings, output_format: str) -> str:
    """The findings in the form the user asked for."""
    if output_format == "json":
        from reportkit.report.json import json_report

        return json_report(findings)
    from reportkit.report.text import text_report

    return text_report(findings, options.palette())
