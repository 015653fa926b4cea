"""`reportkit build`: check, then publish what has no errors."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import click

from reportkit.check.findings import Findings, joined
from reportkit.cli import options
from reportkit.cli.check import formatted
from reportkit.findings.finding import Severity
from reportkit.rules import all_rules
from reportkit.workspace.cannot_run import CannotRun
from reportkit.workspace.workspace import Workspace


@click.command()
@options.names
@options.project
@options.output_format
@options.fail_on
@click.option("--draft", is_flag=True,
              help="Publish in spite of errors, with DRAFT on every page.")  # fmt: skip
def build(
    names: tuple[str, ...], project: Path | None, output_format: str, fail_on: str, draft: bool
) -> None:
    """Check publications and write their HTML and PDF into build/<code>/.

    A publication with findings as grave as --fail-on is not written, and what was published
    of it before stays as it was.
    """
    workspace = options.open_workspace(project, names)
    findings, folders = _build_all(workspace, cast("Severity", fail_on), draft)
    options.show(formatted(findings, output_format))
    for folder in folders:
        for path in sorted(folder.iterdir()):
            click.echo(f"wrote {_shown(path)}", err=output_format != "text")
    kept = len(workspace.publications) - len(folders)
    if kept:
        plural = "publication was" if kept == 1 else "publications were"
        click.echo(f"{kept} {plural} not written; what stood in build/ before is untouched",
                   err=True)  # fmt: skip
    raise SystemExit(1 if findings.at_or_above(cast("Severity", fail_on)) else 0)


def _build_all(workspace: Workspace, fail_on: Severity, draft: bool) -> tuple[Findings, list[Path]]:
    """Build each publication; the heavy libraries are imported only here."""
    with _libraries():
        from reportkit import pipeline
        from reportkit.render.pdf import RenderFault
        from reportkit.render.theme import ThemeError, load_theme

    outcomes = []
    try:
        theme = load_theme(workspace.root / "templates")
        job = pipeline.Job(
            all_rules(), theme, fail_on, draft, options.today(), options.source_date()
        )
        with _progress(len(workspace.publications)) as done:
            for publication in workspace.publications:
                outcomes.append(pipeline.build(publication, workspace, job))
                done()
    except (ThemeError, RenderFault) as fault:
        raise CannotRun(f"the publication cannot be set: {fault}",
                        "mend the theme or the text named above") from fault  # fmt: skip
    folders = [outcome.folder for outcome in outcomes if outcome.folder is not None]
    return joined(outcome.findings for outcome in outcomes), folders


@contextmanager
def _libraries() -> Iterator[None]:
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


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
