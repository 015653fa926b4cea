"""`reportkit migrate`: lift files of earlier forms to today's."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from reportkit.cli import options
from reportkit.cli.unread import unread
from reportkit.files.project_files import ProjectFiles
from reportkit.files.together import hold, write_files
from reportkit.model.files import MODELS, kind_of
from reportkit.provide.migrate import migrated
from reportkit.source.file import SourceFile
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import read_workspace


@click.command()
@options.names
@options.project
@click.option("--diff", "show_diff", is_flag=True, help="Show the changes and write nothing.")
def migrate(names: tuple[str, ...], project: Path | None, show_diff: bool) -> None:
    """Bring the files of publications to today's forms; comments and layout stay.

    Kinds of data of which an input.yaml does not speak yet are declared missing, each with a
    record of the gap. The exit code is 1 when a file had to be left as it is, or cannot be read.
    """
    root, codes = options.selected(project, names)
    if show_diff:
        made = _migrations(root, codes)
        for publication, migration in made:
            options.show("".join(_diffs(publication, migration)))
    else:
        with hold(root) as held:
            made = _migrations(root, codes)
            write_files(held, _contents(made))
    for line in dict.fromkeys(
        line for publication, migration in made for line in _told(publication, migration)
    ):
        click.echo(line, err=show_diff)
    if not any(migration.contents or migration.left for _, migration in made):
        click.echo("nothing to do: every file has today's form and declares every kind of data")
    raise SystemExit(1 if any(migration.left for _, migration in made) else 0)


@dataclass(frozen=True, slots=True)
class _Lifted:
    """What becomes of the files of a publication."""

    contents: Mapping[str, bytes]
    """Of the files that change, by key."""
    declared: tuple[str, ...]
    left: Mapping[str, str]
    """Why a file stays as it is, by its path."""


_Made = Sequence[tuple[Publication, _Lifted]]


def _migrations(root: Path, codes: Sequence[str]) -> _Made:
    workspace = read_workspace(root, codes)
    return [(one, _lifted(workspace.files, one)) for one in workspace.publications]


def _lifted(files: ProjectFiles, publication: Publication) -> _Lifted:
    migration = migrated(_files(publication))
    unlifted = (one for one in unread(files, publication) if one.key not in migration.contents)
    left = {one.path: one.where for one in unlifted}
    refused = {
        publication.files[key].file.path: reason for key, reason in migration.refused.items()
    }
    return _Lifted(migration.contents, migration.declared, refused | left)


def _contents(made: _Made) -> dict[str, bytes]:
    """What every file is to hold, by its path."""
    return {
        publication.files[key].file.path: content
        for publication, migration in made
        for key, content in migration.contents.items()
    }


def _files(publication: Publication) -> dict[str, SourceFile]:
    """The files that are there and hold something."""
    return {
        key: loaded.file
        for key, loaded in publication.files.items()
        if loaded.file.content and kind_of(key) in MODELS
    }


def _told(publication: Publication, migration: _Lifted) -> Iterator[str]:
    paths = {key: loaded.file.path for key, loaded in publication.files.items()}
    for key in migration.contents:
        said = {
            "input": f": {', '.join(migration.declared)} declared missing",
            "report": ": the hash of its input",
        }
        yield f"lifted {paths[key]}{said.get(key, '') if migration.declared else ''}"
    for path, reason in migration.left.items():
        yield f"left {path} as it is: {reason}"
    if migration.contents.keys() - {"project", "waivers"} and "signoff" in publication.files:
        yield f"{publication.code}: what was signed has changed; signatures are to be given again"


def _diffs(publication: Publication, migration: _Lifted) -> Iterator[str]:
    for key, content in migration.contents.items():
        file = publication.files[key].file
        new = content.removeprefix(codecs.BOM_UTF8).decode()
        before, after = (text.splitlines(keepends=True) for text in (file.text, new))
        yield from difflib.unified_diff(before, after, file.path, file.path)
