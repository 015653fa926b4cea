"""`reportkit dev topics`: the topics of `reportkit help` in, the pages of docs/ out."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli import options
from reportkit.cli.topics import topic_pages
from reportkit.files import disk
from reportkit.files.whole import write_file


@click.command("topics")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER")
def topics(folder: Path) -> None:
    """Write the pages of `reportkit help` into FOLDER, which is docs/ of the repository."""
    pages = topic_pages()
    for name, text in pages.items():
        place = folder / name
        try:
            disk.make_folders(place.parent)
        except OSError as error:
            raise disk.not_written(str(place.parent), error) from error
        write_file(place, text.encode())
    click.echo(f"wrote {len(pages)} pages into {options.shown(folder)}")
