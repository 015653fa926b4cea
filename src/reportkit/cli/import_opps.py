"""`reportkit import opps`: the outpatient hospital schedule into inputs."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli import import_run as run
from reportkit.cli.import_read import Stated
from reportkit.cli.import_schedule import Kind, import_schedule, options
from reportkit.inputs.opps import read_opps

_KIND = Kind("opps", read_opps, "addendum B lists what hospitals may bill")


@click.command()
@options("cms-opps")
def opps(
    file: Path,
    codes: tuple[str, ...],
    source: str,
    project: Path | None,
    dry_run: bool,
    stated: Stated,
) -> None:
    """Read addendum B of the outpatient schedule for CODEs; default: all of the project."""
    target = run.writing(project, dry_run=dry_run)
    import_schedule(_KIND, file, codes, source=source, target=target, stated=stated)
