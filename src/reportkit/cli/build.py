"""`reportkit build`: check, then publish what has no errors."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, editions, options, reports
from reportkit.cli.build_jobs import Crew, build_all, with_rules
from reportkit.cli.build_plan import BuildOrder, Plan, Wish, plan_build
from reportkit.cli.build_tally import Tally
from reportkit.report.told import Telling

if TYPE_CHECKING:
    from reportkit.cli.rule_set import Trust
    from reportkit.findings.finding import Severity


@click.command()
@options.names
@options.project
@reports.formats
@options.fail_on
@reports.show_waived
@reports.trust
@editions.against
@click.option("--draft", is_flag=True, help="Publish in spite of errors, with DRAFT on every page.")
@click.option(
    "--pdf",
    "wish",
    type=click.Choice(["changed", "released", "all", "none"]),
    default="all",
    show_default=True,
    help="PDFs to make: of what changed, of what has an edition, all, none.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Say of each publication why it is made, or that nothing changed.",
)
@options.jobs
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Build on the Dask cluster of this scheduler: tcp://host:8786.",
)
def build(
    names: tuple[str, ...],
    project: Path | None,
    formats: tuple[reports.Wanted, ...],
    fail_on: str,
    show_waived: bool,
    trust: Trust,
    against: str | None,
    draft: bool,
    wish: Wish,
    explain: bool,
    jobs: int,
    scheduler: str | None,
) -> None:
    """Check publications and write their HTML and PDF into build/<code>/, as working copies.

    What was built before and has not changed since is left as it is. A publication with findings as
    grave as --fail-on is not written, and what was written of it before stays as it was. Editions
    that stay are made by `reportkit release`.
    """
    reports.check_wanted(formats)
    root, codes = options.selected(project, names)
    in_text = reports.in_text_alone(formats)
    quiet = any(wanted.file is None and wanted.name != "text" for wanted in formats)
    with editions.edition_before(against, root, codes) as before:
        order = BuildOrder(
            root=root,
            fail_on=cast("Severity", fail_on),
            trust=trust,
            purpose="draft" if draft else "edition",
            today=clock.today(),
            created=clock.source_date(),
            before=before,
            pdf="all" if wish == "changed" else wish,
            told_as="text" if in_text else "findings",
        )
        plan = plan_build(order, codes, wish)
        if explain:
            _explain(plan, quiet=quiet)
        telling = Telling(options.palette(), reports.listed(show_waived))
        tally = _build(order, plan, codes, Crew(jobs, scheduler), telling)
        if not in_text:
            findings = with_rules(order, tally.findings)
            listed = reports.listed(show_waived)
            options.show(reports.write_reports(root, findings, formats, listed))
    for line in tally.lines(root):
        click.echo(line, err=quiet)
    for line in tally.troubles:
        click.echo(line, err=True)
    raise SystemExit(tally.exit_code)


def _build(
    order: BuildOrder, plan: Plan, codes: Sequence[str], crew: Crew, telling: Telling
) -> Tally:
    """Build what is planned, and show what was found where text is all that is wanted."""
    from reportkit.cli.theme_faults import theme_faults_told

    tally = Tally(order.fail_on)
    held: list[str] = []
    show = held.append if _has_bar(plan) else options.show
    if plan.anew:
        plan.begin()
    try:
        with theme_faults_told(), libraries_told(), _progress(plan) as step:
            for done in build_all(order, plan, codes, crew):
                tally.count(done)
                if order.told_as == "text":
                    show(telling.of(done.told))
                step(len(plan.reasons[done.code][:1]))
            if plan.anew or not plan.has_index:
                _write_index(order.root)
                plan.indexed()
    finally:
        if plan.anew:
            plan.keep(tally.records)
    if order.told_as == "text":
        options.show("".join((*held, telling.end())))
    return tally


def _write_index(root: Path) -> None:
    """Write the index of the review pages."""
    from reportkit.cli.review import write_review_index
    from reportkit.files.reading import FolderFiles
    from reportkit.render.theme import load_theme

    write_review_index(root, load_theme(FolderFiles(root)))


def _explain(plan: Plan, *, quiet: bool) -> None:
    """Say of each publication why it is made, or that it is not."""
    for code, why in plan.reasons.items():
        said = f"is made: {'; '.join(why)}" if why else "is left as it is: nothing changed"
        click.echo(f"{code} {said}", err=quiet)


@contextmanager
def libraries_told() -> Iterator[None]:
    """Say in one line which system library is missing."""
    try:
        yield
    except OSError as error:
        raise CannotRun(
            f"a system library is missing: {error}".splitlines()[0], "run `reportkit doctor`"
        ) from error


def _has_bar(plan: Plan) -> bool:
    """Whether a bar is drawn: on a terminal, when more than one publication is made."""
    return len(plan.anew) > 1 and sys.stderr.isatty()


@contextmanager
def _progress(plan: Plan) -> Iterator[Callable[[int], None]]:
    """A bar with the time left where one is drawn; nothing elsewhere."""
    if not _has_bar(plan):
        yield lambda _: None
        return
    with click.progressbar(
        length=len(plan.anew), label="building", show_pos=True, file=sys.stderr
    ) as bar:
        yield bar.update
