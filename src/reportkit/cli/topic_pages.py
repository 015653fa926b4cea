"""`reportkit dev topics`: the topics of `reportkit help` in, the pages of docs/ out."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli import options
from reportkit.cli.topics import topic_pages
from reportkit.files.whole import fill_folder


@click.command("topics")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER")
def topics(folder: Path) -> None:
    """Write the pages of `reportkit help` into FOLDER, which is docs/ of the repository."""
    pages = topic_pages()
    fill_folder(folder, {name: text.encode() for name, text in pages.items()})
    click.echo(f"wrote {len(pages)} pages into {options.shown(folder)}")
