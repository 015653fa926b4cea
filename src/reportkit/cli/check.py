"""`reportkit check`: run the rules and show what they found."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from reportkit.check.engine import check as run_check
from reportkit.check.findings import Findings
from reportkit.cli import options
from reportkit.findings.finding import Severity
from reportkit.rules import all_rules


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
    findings = run_check(options.open_workspace(project, names), all_rules())
    options.show(formatted(findings, output_format))
    raise SystemExit(1 if findings.at_or_above(cast("Severity", fail_on)) else 0)


def formatted(findings: Findings, output_format: str) -> str:
    """The findings in the form the user asked for."""
    if output_format == "json":
        from reportkit.report.json import json_report

        return json_report(findings)
    from reportkit.report.text import text_report

    return text_report(findings, options.palette())
