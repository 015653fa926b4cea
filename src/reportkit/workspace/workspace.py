"""Folder in, Workspace out: the selected publications, read once and frozen.

Nothing outside the project folder is read; a link that leads out of it is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from reportkit.files.reading import ProjectFiles, Unreadable
from reportkit.findings.place import Span
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
from reportkit.workspace.fonts import font_coverage
from reportkit.workspace.publication import Publication


@dataclass(frozen=True, slots=True)
class Workspace:
    """A project folder and the publications selected in it."""

    root: Path
    project: Loaded[Project]
    publications: tuple[Publication, ...]


def read_workspace(root: Path, codes: Sequence[str]) -> Workspace:
    """Read the project at `root` and the publications of `codes`, in the order given."""
    return workspace_of(ProjectFiles(root), codes)


def workspace_of(files: ProjectFiles, codes: Sequence[str]) -> Workspace:
    """The publications of `codes`, in the order given, as a project's files have them."""
    project = read_file(files, "report/project.yaml", Project)
    fonts = font_coverage(files)
    read = (read_publication(files, code, project) for code in codes)
    publications = tuple(replace(publication, fonts=fonts) for publication in read)
    return Workspace(files.root, project, publications)


def read_publication(given: ProjectFiles, code: str, project: Loaded[Project]) -> Publication:
    """Read one publication's files; a missing one is a problem of that file."""
    files: dict[str, Loaded[Any]] = {
        "project": project,
        "report": read_file(given, f"report/{code}/report.yaml", Report),
        "input": read_file(given, f"report/{code}/input.yaml", ProvidedInput),
    }
    recorded = _fields_recorded_missing(files["input"])
    for section, model in AUTHORED.items():
        path = f"sections/{code}/{section}.yaml"
        if section in recorded and not given.has(path):
            continue
        files[section] = read_file(given, path, model)
    for key, kind in (("waivers", Waivers), ("signoff", Signoff)):
        path = f"report/{code}/{key}.yaml"
        if given.has(path):
            files[key] = read_file(given, path, kind)
    return Publication(code, files)


def _fields_recorded_missing(loaded: Loaded[Any]) -> set[str]:
    """What the ledger of gaps names; a section named there need not be written yet."""
    model = loaded.model
    return {record.field for record in model.missing} if isinstance(model, ProvidedInput) else set()


def read_file(files: ProjectFiles, path: str, model: type[BaseModel]) -> Loaded[Any]:
    """Read one file of the project as `model`; one that cannot be read is a problem of it."""
    try:
        content = files.content(path)
    except Unreadable as fault:
        return _unread(path, fault.message, fault.hint)
    if content is None:
        return missing(path)
    file, problems = decode(path, content)
    return load(file, model, problems)


def missing(path: str) -> Loaded[Any]:
    """What stands for a file that is not there."""
    return _unread(path, f"{path} is missing", "write the file; every report has one")


def _unread(path: str, message: str, hint: str) -> Loaded[Any]:
    problem = Problem("missing-file", Span(0, 0), message, hint)
    return Loaded(SourceFile(path, "", "", b""), Tree(None, ()), None, (problem,))
