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
    and the exit code is 1; so does a released edition.
    """
    root, codes = options.selected(project, names)
    if wish is None:
        with hold(root) as held:
            files = FolderFiles(root)
            texts, left = _laid_out(files, codes)
            write_files(held, {path: content_of(files, path, text) for path, text in texts.items()})
    else:
        files = FolderFiles(root)
        texts, left = _laid_out(files, codes)
    for path, why in left.items():
        click.echo(f"left {path} as it is: {why}", err=True)
    for path, text in texts.items():
        if wish == "diff":
            options.show(difference(path, text_of(files, path), text))
        else:
            click.echo(f"{'formatted' if wish is None else 'not in the layout:'} {path}")
    if not (texts or left) and wish != "diff":
        click.echo("every file is in the layout")
    raise SystemExit(1 if left or (wish == "check" and texts) else 0)


def _laid_out(
    files: FolderFiles, codes: tuple[str, ...]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Path to text of each file that changes, with reports that carry the hash of one.

    Behind it the path of each file that stays as it is, and why.
    """
    changed: dict[str, str] = {}
    left: dict[str, str] = {}
    for path in _paths(files, codes):
        try:
            before = text_of(files, path)
            after = laid_out(before)
        except FileRefused as refused:
            left[path] = refused.message
        except UnicodeDecodeError as fault:
            line = fault.object.count(b"\n", 0, fault.start) + 1
            left[path] = f"line {line}: byte 0x{fault.object[fault.start]:02X} is not UTF-8"
        except RewriteRefused as refused:
            left[path] = str(refused)
        else:
            if after != before:
                changed[path] = after
    return with_hashes(files, changed), left


def _paths(files: FolderFiles, codes: tuple[str, ...]) -> Iterator[str]:
    """The files of publications that there are, but for what tells of editions."""
    keys = (*(key for key in MODELS if key != TEXTS), *map(text_key, sorted(names_of_texts(files))))
    paths = dict.fromkeys(place_of(key, code) for code in codes for key in keys)
    for path in paths:
        if not path.startswith("editions/") and files.holds(path):
            yield path
