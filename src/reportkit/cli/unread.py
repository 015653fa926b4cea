"""Name the files of publications that nothing could be read of, so that no answer hides one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import click

from reportkit.files.project_files import ProjectFiles
from reportkit.findings.place import line_and_column
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that stands there, and of which nothing could be read."""

    key: str
    path: str
    line: int
    """0 where there is no text to have lines."""
    why: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.why}"

    @property
    def where(self) -> str:
        """Why, behind the line."""
        return f"line {self.line}: {self.why}" if self.line else self.why


def unread(files: ProjectFiles, publication: Publication) -> Iterator[Unread]:
    """The files of a publication that cannot be read; one that is not there is none of them."""
    for key, loaded in publication.files.items():
        if loaded.sound is None and loaded.problems and files.holds(loaded.file.path):
            problem = loaded.problems[0]
            text = loaded.file.text
            line = line_and_column(text, problem.span.start)[0] if text else 0
            yield Unread(key, loaded.file.path, line, problem.message)


def told_unread(workspace: Workspace, keys: Collection[str] | None = None) -> bool:
    """Name what cannot be read on the error stream, once each; whether there is any.

    `keys` are those of the files that the answer rests on, if not on all.
    """
    lines = dict.fromkeys(
        f"not read: {one}"
        for publication in workspace.publications
        for one in unread(workspace.files, publication)
        if keys is None or one.key in keys
    )
    for line in lines:
        click.echo(line, err=True)
    return bool(lines)
