"""`reportkit extract`: the sources a published file was made from, as a project folder."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import options
from reportkit.cli.suspect import carried_sources
from reportkit.files.whole import new_folder


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="Folder to write; it must not exist or be empty.",
)
def extract(file: Path, into: Path) -> None:
    """Take the sources out of FILE, a published PDF or web page.

    `reportkit build --project FOLDER` then makes the same publication from them.
    """
    sources = carried_sources(file)
    if into.exists() and into.samefile(Path.cwd()):
        raise CannotRun(f"{into} is the folder you are in", "name a folder that does not exist yet")
    new_folder(into, sources)
    click.echo(f"wrote {len(sources)} files to {options.shown(into)}")
