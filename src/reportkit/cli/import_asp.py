"""`reportkit import asp`: the payment limits of Part B drugs into inputs."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli import import_run as run
from reportkit.cli.import_read import Stated
from reportkit.cli.import_schedule import Kind, import_schedule, options
from reportkit.inputs.asp import read_asp

_KIND = Kind("asp", read_asp, "the file lists drugs only")


@click.command()
@options("cms-asp")
def asp(
    file: Path,
    codes: tuple[str, ...],
    source: str,
    project: Path | None,
    dry_run: bool,
    stated: Stated,
) -> None:
    """Read the payment limits of Part B drugs (ASP) for CODEs; default: all of the project."""
    target = run.writing(project, dry_run=dry_run)
    import_schedule(_KIND, file, codes, source=source, target=target, stated=stated)
