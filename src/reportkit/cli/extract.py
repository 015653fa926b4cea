"""`reportkit extract`: the sources a published file was made from, as a project folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli.suspect import carried_sources


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), required=True,
              help="Folder to write; it must not exist or be empty.")  # fmt: skip
def extract(file: Path, into: Path) -> None:
    """Take the sources out of FILE, a published PDF or web page.

    `reportkit build --project FOLDER` then makes the same publication from them.
    """
    sources = carried_sources(file)
    if into.exists() and any(into.iterdir()):
        raise CannotRun(f"{into} is not empty", "name a folder that does not exist yet")
    write_sources(sources, into)
    click.echo(f"wrote {len(sources)} files to {into}")


def write_sources(sources: Mapping[str, bytes], folder: Path) -> None:
    """Write source files below a folder; their paths have been checked."""
    for path, content in sources.items():
        target = folder / path
        if not target.resolve().is_relative_to(folder.resolve()):
            raise CannotRun(f"the path {path} leads out of {folder}", "do not trust this file")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
