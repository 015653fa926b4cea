"""`reportkit format`: bring the files of a project into one layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import click

from reportkit.cli import options
from reportkit.cli.text_changes import content_of, difference, text_of, with_hashes
from reportkit.files.project_files import FileRefused
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.model.files import MODELS, TEXTS, place_of, text_key
from reportkit.source.layout import laid_out
from reportkit.source.rewrite import RewriteRefused
from reportkit.workspace.workspace import names_of_texts

Wish = Literal["write", "check", "diff"]


@click.command("format")
@options.names
@options.project
@click.option(
    "--check",
    "wish",
    flag_value="check",
    help="Write nothing; the exit code is 1 if a file is not in the layout.",
)
@click.option("--diff", "wish", flag_value="diff", help="Show the changes and write nothing.")
def format_files(names: tuple[str, ...], project: Path | None, wish: Wish | None) -> None:
    """Bring the files of publications into one layout: only white space changes.

    Remarks, values, quotes, and how a text is folded stay. A file that is no YAML stays as it is,
    and so does a released edition.
    """
    root, codes = options.selected(project, names)
    if wish is None:
        with hold(root) as held:
            files = FolderFiles(root)
            texts = _laid_out(files, codes)
            write_files(held, {path: content_of(files, path, text) for path, text in texts.items()})
    else:
        files = FolderFiles(root)
        texts = _laid_out(files, codes)
    for path, text in texts.items():
        if wish == "diff":
            options.show(difference(path, text_of(files, path), text))
        else:
            click.echo(f"{'formatted' if wish is None else 'not in the layout:'} {path}")
    if not texts and wish != "diff":
        click.echo("every file is in the layout")
    raise SystemExit(1 if wish == "check" and texts else 0)


def _laid_out(files: FolderFiles, codes: tuple[str, ...]) -> Mapping[str, str]:
    """Path to text of each file that changes, with reports that carry the hash of one."""
    return with_hashes(files, dict(_changed(files, codes)))


def _changed(files: FolderFiles, codes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    keys = (*(key for key in MODELS if key != TEXTS), *map(text_key, sorted(names_of_texts(files))))
    paths = dict.fromkeys(place_of(key, code) for code in codes for key in keys)
    for path in paths:
        try:
            if path.startswith("editions/") or not files.holds(path):
                continue
            before = text_of(files, path)
            after = laid_out(before)
        except (FileRefused, UnicodeDecodeError):
            click.echo(f"left {path} as it is: it cannot be read", err=True)
        except RewriteRefused as refused:
            click.echo(f"left {path} as it is: {refused}", err=True)
        else:
            if after != before:
                yield path, after
