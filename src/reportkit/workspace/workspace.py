"""Folder in, Workspace out: the selected publications, read once and frozen.

Nothing outside the project folder is read; a link that leads out of it is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from reportkit.findings.place import Span
from reportkit.model.accepted import Accepted
from reportkit.model.editions import Editions
from reportkit.model.input import ProvidedInput
from reportkit.model.project import Project
from reportkit.model.report import Report
from reportkit.model.sections import AUTHORED
from reportkit.model.signoff import Signoff
from reportkit.model.waivers import Waivers
from reportkit.source.file import SourceFile, decode
from reportkit.source.load import Loaded, load
from reportkit.source.problem import Problem
from reportkit.source.tree import Tree
from reportkit.workspace.editions import chain_path
from reportkit.workspace.fonts import coverage_in
from reportkit.workspace.project_files import FileRefused, FolderFiles, ProjectFiles
from reportkit.workspace.publication import Publication, recorded


@dataclass(frozen=True, slots=True)
class Workspace:
    """A project folder and the publications selected in it."""

    root: Path
    project: Loaded[Project]
    publications: tuple[Publication, ...]


def read_workspace(root: Path, codes: Sequence[str]) -> Workspace:
    """Read the project at `root` and the publications of `codes`, in the order given."""
    return workspace_of(FolderFiles(root), root, codes)


def workspace_of(files: ProjectFiles, root: Path, codes: Sequence[str]) -> Workspace:
    """Read the publications of `codes` from the files of a project that stands for `root`."""
    project = load_file(files, "report/project.yaml", Project)
    fonts = coverage_in(files)
    words = words_in(files)
    read = (read_publication(files, code, project) for code in codes)
    publications = tuple(replace(publication, fonts=fonts, words=words) for publication in read)
    return Workspace(root, project, publications)


def words_in(files: ProjectFiles) -> frozenset[str]:
    """The words of the house, one a line; none where there is no readable report/words.txt."""
    try:
        lines = files.content(WORDS).decode("utf-8").splitlines()
    except (FileRefused, OSError, RuntimeError, UnicodeDecodeError):
        return frozenset()
    return frozenset(line.strip().lower() for line in lines if line.strip())


WORDS = "report/words.txt"


def read_publication(files: ProjectFiles, code: str, project: Loaded[Project]) -> Publication:
    """Read one publication's files; a missing one is a problem of that file."""
    read: dict[str, Loaded[Any]] = {
        "project": project,
        "report": load_file(files, f"report/{code}/report.yaml", Report),
        "input": load_file(files, f"report/{code}/input.yaml", ProvidedInput),
    }
    left_out = {record.field for record in recorded(read["input"])}
    for section, model in AUTHORED.items():
        path = f"sections/{code}/{section}.yaml"
        if section in left_out and not files.holds(path):
            continue
        read[section] = load_file(files, path, model)
    for key, kind in (("accepted", Accepted), ("waivers", Waivers), ("signoff", Signoff)):
        path = f"report/{code}/{key}.yaml"
        if files.holds(path):
            read[key] = load_file(files, path, kind)
    if files.holds(chain_path(code)):
        read["editions"] = load_file(files, chain_path(code), Editions)
    return Publication(code, read)


def read_file(root: Path, path: str, model: type[BaseModel]) -> Loaded[Any]:
    """Read one file of the project folder as `model`."""
    return load_file(FolderFiles(root), path, model)


def load_file(files: ProjectFiles, path: str, model: type[BaseModel]) -> Loaded[Any]:
    """Read one file of a project as `model`; what keeps it from being read is its problem."""
    try:
        content = files.content(path)
    except FileRefused as refused:
        return _unread(path, refused.message, refused.hint)
    except FileNotFoundError:
        return missing(path)
    except IsADirectoryError:
        return _unread(path, "a folder stands where the file should be",
                       f"rename the folder and write {path}")  # fmt: skip
    except (OSError, RuntimeError) as error:
        reason = (getattr(error, "strerror", None) or "unknown fault").lower()
        return _unread(path, f"the file cannot be read: {reason}", "check the file's permissions")
    file, problems = decode(path, content)
    return load(file, model, problems)


def missing(path: str) -> Loaded[Any]:
    """What stands for a file that is not there."""
    return _unread(path, f"{path} is missing", "write the file; every report has one")


def _unread(path: str, message: str, hint: str) -> Loaded[Any]:
    problem = Problem("missing-file", Span(0, 0), message, hint)
    return Loaded(SourceFile(path, "", "", b""), Tree(None, ()), None, (problem,))
