"""`reportkit agree`: say where publications do not agree with each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from reportkit.cli import clock, options, reports
from reportkit.cli.order import Order
from reportkit.findings.counted import counted

if TYPE_CHECKING:
    from reportkit.check.findings import Findings
    from reportkit.cli.rule_set import Trust
    from reportkit.findings.finding import Severity


@click.command()
@options.project
@reports.formats
@options.fail_on
@reports.show_waived
@reports.trust
@options.jobs
def agree(
    project: Path | None,
    formats: tuple[reports.Wanted, ...],
    fail_on: str,
    show_waived: bool,
    trust: Trust,
    jobs: int,
) -> None:
    """Say where two publications contradict each other: edits, modifiers, sentences, titles.

    `reportkit check` looks at each publication by itself; this looks at all of them together. Only
    what changed since the last time is read again. The exit code is 1 if something is found that
    is as grave as --fail-on, or a file cannot be read.
    """
    reports.check_wanted(formats)
    root, codes = options.selected(project, ())
    from reportkit.cli.agree_jobs import agreement

    order = Order(root=root, trust=trust, today=clock.today())
    agreed = agreement(order, codes, jobs)
    findings = agreed.findings
    if reports.in_text_alone(formats):
        options.show(_text(findings, reports.listed(show_waived)))
    else:
        listed = reports.listed(show_waived)
        options.show(reports.write_reports(root, findings, formats, listed))
    for line in (*agreed.troubles, *(f"not read: {file}" for file in agreed.unread)):
        click.echo(line, err=True)
    failed = findings.at_or_above(cast("Severity", fail_on)) > 0 or bool(agreed.unread)
    raise SystemExit(2 if agreed.troubles else int(failed))


def _text(findings: Findings, waived_listed: int) -> str:
    """What was found, and how much; whether a publication is ready is not asked here."""
    from reportkit.report.palette import in_palette
    from reportkit.report.text import told as told_in_text

    told = told_in_text(findings)
    number = len(findings.publications)
    parts = (
        counted(told.counts["errors"], "error"),
        counted(told.counts["warnings"], "warning"),
        counted(told.counts["notes"], "note"),
        f"{told.counts['waived']} waived",
    )
    summary = f"{counted(number, 'publication')} held against each other: {', '.join(parts)}"
    blocks = (told.found, "\n".join(told.waived[:waived_listed]), summary)
    return in_palette(options.palette(), "\n\n".join(filter(None, blocks)) + "\n")
