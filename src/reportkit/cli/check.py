"""`reportkit check`: run the rules and show what they found."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, editions, options, reports
from reportkit.cli.check_jobs import Order, check_all
from reportkit.cli.check_whole import Wish, say_whole
from reportkit.cli.needed import needed_library
from reportkit.report.told import Telling

if TYPE_CHECKING:
    from reportkit.check.findings import Findings
    from reportkit.cli.rule_set import Trust
    from reportkit.findings.finding import Severity

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@options.names
@options.project
@reports.formats
@options.fail_on
@reports.show_waived
@reports.trust
@editions.against
@options.jobs
@click.option("--watch", "is_watched", is_flag=True,
              help="Check again whenever a file is saved, until Ctrl-C.")  # fmt: skip
@click.option("--baseline", type=_FILE, metavar="FILE",
              help="Let only findings fail that are not in FILE.")  # fmt: skip
@click.option("--write-baseline", type=_FILE, metavar="FILE",
              help="Write the findings of now into FILE, for --baseline.")  # fmt: skip
def check(
    names: tuple[str, ...],
    project: Path | None,
    formats: tuple[reports.Wanted, ...],
    fail_on: str,
    show_waived: bool,
    trust: Trust,
    against: str | None,
    jobs: int,
    is_watched: bool,
    baseline: Path | None,
    write_baseline: Path | None,
) -> None:
    """Check publications, named by code, folder or file; all of them if none is named.

    What is found is shown as it comes. What was checked before and has not changed is not checked
    again. The exit code is 0 when nothing is as grave as --fail-on, 1 when something is, and 2 when
    the check could not run.
    """
    reports.check_wanted(formats)
    root, codes = options.selected(project, names)
    listed = reports.listed(show_waived)
    if is_watched:
        if baseline or write_baseline or against:
            raise CannotRun("--watch compares with nothing",
                            "leave out --against, --baseline and --write-baseline")  # fmt: skip
        _watch(root, codes if names else None, trust, formats, listed)
        return
    with editions.edition_before(against, root, codes) as before:
        order = Order(root, trust, clock.today(), before)
        if reports.in_text_alone(formats) and not (baseline or write_baseline):
            raise SystemExit(_tell(order, codes, jobs, fail_on, listed))
        severity = cast("Severity", fail_on)
        said = say_whole(order, codes, Wish(formats, severity, listed, baseline, write_baseline))
    options.show(said.text)
    raise SystemExit(said.code)


def _watch(
    root: Path,
    codes: tuple[str, ...] | None,
    trust: Trust,
    formats: tuple[reports.Wanted, ...],
    listed: int,
) -> None:
    """Show the findings now and after every edit; Ctrl-C ends it and is no fault."""
    needed_library("watchfiles", "watchfiles")
    from reportkit.cli.check_again import check_again
    from reportkit.cli.serve import bench

    def show(findings: Findings) -> None:
        click.clear()
        options.show(reports.write_reports(findings, formats, listed))

    with suppress(KeyboardInterrupt):
        check_again(bench(root, codes, trust), show)


def _tell(order: Order, codes: Sequence[str], jobs: int, fail_on: str, listed: int) -> int:
    """Show what is found in each publication as it is known; returns the exit code."""
    telling = Telling(options.palette(), listed)
    code = 0
    for told in check_all(order, codes, jobs):
        options.show(telling.of(told))
        code = max(code, 2 if told.stopped else int(told.fails(fail_on)))
    options.show(telling.end())
    return code
