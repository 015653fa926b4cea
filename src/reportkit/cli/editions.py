"""The name of an edition in, its project folder out: a folder, a git revision, a published file."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportkit.cannot_run import CannotRun
from reportkit.files.whole import new_folder
from reportkit.workspace.select import all_codes, find_root

if TYPE_CHECKING:
    from reportkit.files.project_files import ProjectFiles
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
    if not named.strip():
        raise CannotRun(
            "the edition to compare with has no name",
            "name a folder, a published file, or a commit",
        )
    path = Path(named)
    if path.is_dir():
        yield _project(path, home)
        return
    with tempfile.TemporaryDirectory(prefix="reportkit-edition-") as name:
        folder = Path(name) / "project"
        if path.is_file():
            from reportkit.cli.suspect import carried_sources

            files = carried_sources(path)
        else:
            from reportkit.workspace.revision import revision_files

            files = revision_files(find_root(home), named)
        new_folder(folder, files)
        yield folder


def _project(folder: Path, home: Path) -> Path:
    """The project a folder is, or the one around the folder one stands in."""
    if (folder / "report" / "project.yaml").is_file():
        return folder.resolve()
    if folder.resolve() == home.resolve():
        return find_root(folder.resolve())
    raise CannotRun(
        f"{folder} is not a project folder", "name the folder that holds report/project.yaml"
    )


@contextmanager
def edition_before(named: str | None, root: Path, codes: Collection[str]) -> Iterator[Path | None]:
    """The project folder that `--against` names, while it is needed; None if it names none.

    Raises CannotRun if it holds none of the publications that are to be compared.
    """
    if named is None:
        yield None
        return
    with edition(named, root) as folder:
        if not set(codes) & set(all_codes(folder)):
            raise CannotRun(
                f"{named} holds none of the publications that are checked",
                "name an edition of the same reports",
            )
        yield folder


def with_previous(workspace: Workspace, before: ProjectFiles | None) -> Workspace:
    """A workspace whose publications know their edition before, where those files have one.

    Raises CannotRun if its report.yaml cannot be read.
    """
    if before is None:
        return workspace
    return replace(
        workspace,
        publications=tuple(
            replace(publication, previous=_previous(before, publication.code))
            if _has(before, publication.code)
            else publication
            for publication in workspace.publications
        ),
    )


def _has(files: ProjectFiles, code: str) -> bool:
    return any(True for part in ("report", "sections") for _ in files.below(f"{part}/{code}"))


def _previous(files: ProjectFiles, code: str) -> Publication:
    from reportkit.workspace.workspace import workspace_of

    publication = workspace_of(files, [code]).publications[0]
    if publication.files["report"].model is None:
        raise CannotRun(
            f"report/{code}/report.yaml of the edition before cannot be read",
            "run `reportkit check` on it",
        )
    return publication
