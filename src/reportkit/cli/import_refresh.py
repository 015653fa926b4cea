"""`reportkit import refresh`: what follows from the data, renewed for the whole catalogue."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli import import_run as run
from reportkit.files.reading import FolderFiles


@click.command()
@run.codes
@run.project
@run.dry_run
def refresh(codes: tuple[str, ...], project: Path | None, dry_run: bool) -> None:
    """Renew what the reports of CODEs say of their data; default: all of the project.

    Sources, code sets, the day of the data and the hash of the input are brought up to the
    input as it is, and records of gaps that have data by now go. Nothing is read but the project.
    """
    target = run.writing(project, dry_run=dry_run)
    files = FolderFiles(target.root)
    wanted = run.chosen(target.root, codes)
    bare = [code for code in wanted if not files.holds(f"report/{code}/input.yaml")]
    if bare:
        click.echo(f"without input.yaml: {', '.join(bare)}", err=True)
    run.renew_reports(target, [code for code in wanted if code not in bare])
