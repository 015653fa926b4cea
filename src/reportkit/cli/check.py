"""`reportkit check`: run the rules and show what they found."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, editions, options, reports
from reportkit.cli.check_jobs import check_all
from reportkit.cli.check_whole import Wish, say_whole
from reportkit.cli.choice import Choice, choice_options, chosen
from reportkit.cli.order import Order
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
@choice_options
@click.option(
    "--statistics", is_flag=True, help="Count what each rule finds, in place of the findings."
)
@click.option(
    "--alike",
    is_flag=True,
    help="Tell what is found alike in several publications once, with its number.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show findings, and nothing else.")
@click.option(
    "--watch",
    "is_watched",
    is_flag=True,
    help="Check again whenever a file is saved, until Ctrl-C.",
)
@click.option(
    "--baseline", type=_FILE, metavar="FILE", help="Let only findings fail that are not in FILE."
)
@click.option(
    "--write-baseline",
    type=_FILE,
    metavar="FILE",
    help="Write the findings of now into FILE, for --baseline.",
)
def check(
    names: tuple[str, ...],
    project: Path | None,
    formats: tuple[reports.Wanted, ...],
    fail_on: str,
    show_waived: bool,
    trust: Trust,
    against: str | None,
    jobs: int,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    statistics: bool,
    alike: bool,
    quiet: bool,
    is_watched: bool,
    baseline: Path | None,
    write_baseline: Path | None,
) -> None:
    """Check publications, named by code, folder or file; all of them if none is named.

    What is found is shown as it comes. What was checked before and has not changed is not checked
    again. The exit code is 0 when nothing is as grave as --fail-on, 1 when something is, and 2 when
    the check could not run.
    """
    if statistics:
        formats = reports.in_place_of_text(formats, "statistics")
    if alike:
        formats = reports.in_place_of_text(formats, "alike")
    reports.check_wanted(formats)
    root, codes = options.selected(project, names)
    listed = reports.listed(show_waived)
    if is_watched:
        if baseline or write_baseline or against:
            raise CannotRun(
                "--watch compares with nothing",
                "leave out --against, --baseline and --write-baseline",
            )
        rules = chosen(select, ignore)
        _watch(root, codes if names else None, trust, rules, formats, listed)
        return
    with editions.edition_before(against, root, codes) as before:
        order = Order(root=root, trust=trust, today=clock.today(), before=before)
        rules = chosen(select, ignore)
        if reports.in_text_alone(formats) and rules.is_all and not (baseline or write_baseline):
            raise SystemExit(_tell(order, codes, jobs, fail_on, None if quiet else listed))
        severity = cast("Severity", fail_on)
        wish = Wish(formats, severity, listed, baseline, write_baseline, rules, quiet=quiet)
        said = say_whole(order, codes, wish)
    options.show(said.text)
    raise SystemExit(said.code)


def _watch(
    root: Path,
    codes: tuple[str, ...] | None,
    trust: Trust,
    rules: Choice,
    formats: tuple[reports.Wanted, ...],
    listed: int,
) -> None:
    """Show the findings now and after every edit; Ctrl-C ends it and is no fault."""
    from reportkit.cli.needed import needed_library

    needed_library("watchfiles", "watchfiles")
    from reportkit.cli.check_again import check_again
    from reportkit.cli.serve import bench

    def show(findings: Findings) -> None:
        click.clear()
        options.show(reports.write_reports(root, rules.of(findings), formats, listed))

    with suppress(KeyboardInterrupt):
        check_again(bench(root, codes, trust), show)


def _tell(order: Order, codes: Sequence[str], jobs: int, fail_on: str, listed: int | None) -> int:
    """Show what is found in each publication as it is known; returns the exit code.

    Without a number of waived findings to list, nothing but what is open is shown.
    """
    telling = Telling(options.palette(), listed or 0)
    code = 0
    for told in check_all(order, codes, jobs):
        options.show(telling.of(told))
        code = max(code, 2 if told.stopped else int(told.fails(fail_on)))
    if listed is not None:
        options.show(telling.end())
    return code
