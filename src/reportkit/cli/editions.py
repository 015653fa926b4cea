"""The name of an edition in, its project folder out: a folder, a git revision, a published file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportkit.workspace.cannot_run import CannotRun
from reportkit.workspace.select import all_codes, find_root

if TYPE_CHECKING:
    from reportkit.workspace.publication import Publication
    from reportkit.workspace.workspace import Workspace

against = click.option(
    "--against",
    metavar="OLD",
    help="The edition before: a folder, a git revision or a published file. "
    "Sections that changed without an entry in the history are then findings.",
)


@contextmanager
def edition(named: str, home: Path) -> Iterator[Path]:
    """The project folder a name stands for, while it is needed.

    Revisions are of the project at or above `home`. Raises CannotRun.
    """
    path = Path(named)
    if path.is_dir():
        yield find_root(path.resolve())
        return
    with tempfile.TemporaryDirectory(prefix="reportkit-edition-") as name:
        folder = Path(name)
        if path.is_file():
            from reportkit.cli.extract import evidence_of, write_sources

            write_sources(evidence_of(path), folder)
        else:
            from reportkit.workspace.revision import write_revision

            write_revision(find_root(home), named, folder)
        yield folder


@contextmanager
def edition_before(named: str | None, home: Path) -> Iterator[Path | None]:
    """The project folder that `--against` names, while it is needed; None if it names none."""
    if named is None:
        yield None
        return
    with edition(named, home) as folder:
        yield folder


def with_previous(workspace: Workspace, root: Path | None) -> Workspace:
    """A workspace whose publications know their edition before, where the folder has one."""
    if root is None:
        return workspace
    known = all_codes(root)
    return replace(workspace, publications=tuple(
        replace(each, previous=_previous(root, each.code)) if each.code in known else each
        for each in workspace.publications
    ))  # fmt: skip


def _previous(root: Path, code: str) -> Publication:
    from reportkit.workspace.workspace import read_workspace

    publication = read_workspace(root, [code]).publications[0]
    if publication.files["report"].model is None:
        raise CannotRun(f"report/{code}/report.yaml of the edition before cannot be read",
                        "run `reportkit check` on it")  # fmt: skip
    return publication
