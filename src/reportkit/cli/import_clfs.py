"""`reportkit import clfs`: the laboratory fee schedule into inputs."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli import import_run as run
from reportkit.cli.import_read import Stated
from reportkit.cli.import_schedule import Kind, import_schedule, options
from reportkit.inputs.clfs import read_clfs

_KIND = Kind("clfs", read_clfs, "the file lists laboratory tests only")


@click.command()
@options("cms-clfs")
def clfs(
    file: Path,
    codes: tuple[str, ...],
    source: str,
    project: Path | None,
    dry_run: bool,
    stated: Stated,
) -> None:
    """Read the laboratory fee schedule (CLFS) for CODEs; default: all of the project."""
    target = run.writing(project, dry_run=dry_run)
    import_schedule(_KIND, file, codes, source=source, target=target, stated=stated)
