"""`reportkit build`: check, then publish what has no errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from reportkit.cannot_run import CannotRun
from reportkit.check.findings import joined
from reportkit.cli import clock, editions, options, reports
from reportkit.findings.finding import Severity

if TYPE_CHECKING:
    from reportkit.cli.build_jobs import Order
    from reportkit.cli.rule_set import Trust
    from reportkit.pipeline import Built, Purpose


@click.command()
@options.names
@options.project
@reports.formats
@options.fail_on
@reports.show_waived
@reports.trust
@editions.against
@click.option("--draft", is_flag=True,
              help="Publish in spite of errors, with DRAFT on every page.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1,
              help="Publications built at the same time; default: one a processor.")  # fmt: skip
def build(
    names: tuple[str, ...],
    project: Path | None,
    formats: tuple[reports.Wanted, ...],
    fail_on: str,
    show_waived: bool,
    trust: Trust,
    against: str | None,
    draft: bool,
    jobs: int,
) -> None:
    """Check publications and write their HTML and PDF into build/<code>/, as working copies.

    A publication with findings as grave as --fail-on is not written, and what was written of it
    before stays as it was. Editions that stay are made by `reportkit release`.
    """
    reports.check_wanted(formats)
    root, codes = options.selected(project, names)
    with libraries_told():
        from reportkit.cli.build_jobs import Order
        from reportkit.cli.review import write_reviews
    purpose: Purpose = "draft" if draft else "edition"
    severity = cast("Severity", fail_on)
    with editions.edition_before(against, root, codes) as before:
        order = Order(root, severity, trust, purpose,
                      clock.today(), clock.source_date(), before)  # fmt: skip
        outcomes = _build_all(order, codes, jobs)
        findings = joined(outcome.findings for outcome in outcomes)
        options.show(reports.write_reports(findings, formats, reports.listed(show_waived)))
        write_reviews(root, findings, before)
    _tell(outcomes, quiet=any(each.file is None and each.name != "text" for each in formats))
    if any(outcome.stops for outcome in outcomes):
        raise SystemExit(2)
    failed = findings.at_or_above(severity) or any(outcome.faults for outcome in outcomes)
    raise SystemExit(1 if failed else 0)


def _build_all(order: Order, codes: Sequence[str], jobs: int) -> list[Built]:
    from reportkit.cli.build_jobs import build_all
    from reportkit.cli.theme_faults import theme_faults_told

    outcomes = []
    with theme_faults_told(), _progress(len(codes)) as done:
        for outcome in build_all(order, codes, jobs):
            outcomes.append(outcome)
            done()
    return outcomes


def _tell(outcomes: Sequence[Built], *, quiet: bool) -> None:
    """Say what was written, what was not, and why, where no finding says so."""
    for outcome in outcomes:
        for path in sorted(outcome.folder.iterdir()) if outcome.folder else ():
            click.echo(f"wrote {options.shown(path)}", err=quiet)
        for fault in (*outcome.faults, *outcome.stops):
            click.echo(f"{outcome.code} is not published: {fault}", err=True)
    if any(outcome.folder for outcome in outcomes):
        click.echo("these are working copies; `reportkit release CODE` makes an edition that stays",
                   err=quiet)  # fmt: skip
    kept = sum(outcome.folder is None for outcome in outcomes)
    if kept:
        plural = "publication was" if kept == 1 else "publications were"
        click.echo(f"{kept} {plural} not written; what stood in build/ before is untouched",
                   err=True)  # fmt: skip


@contextmanager
def libraries_told() -> Iterator[None]:
    """Say in one line which system library is missing."""
    try:
        yield
    except OSError as error:
        raise CannotRun(f"a system library is missing: {error}".splitlines()[0],
                        "run `reportkit doctor`") from error  # fmt: skip


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal when there is more than one publication; nothing elsewhere."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=total, label="building", file=sys.stderr) as bar:
        yield lambda: bar.update(1)
