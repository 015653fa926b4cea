"""Folder in, Workspace out: the selected publications, read once and frozen.

Nothing outside the project folder is read; a link that leads out of it is refused.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from reportkit.findings.place import Span
from reportkit.model.accepted import Accepted
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
    project = read_file(root, "report/project.yaml", Project)
    fonts = font_coverage(root)
    words = read_words(root)
    read = (read_publication(root, code, project) for code in codes)
    publications = tuple(replace(publication, fonts=fonts, words=words) for publication in read)
    return Workspace(root, project, publications)


def read_words(root: Path) -> frozenset[str]:
    """The words of the house, one a line; none where there is no readable report/words.txt."""
    path = root / WORDS
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return frozenset()
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return frozenset()
    return frozenset(line.strip().lower() for line in lines if line.strip())


WORDS = "report/words.txt"


def read_publication(root: Path, code: str, project: Loaded[Project]) -> Publication:
    """Read one publication's files; a missing one is a problem of that file."""
    files: dict[str, Loaded[Any]] = {
        "project": project,
        "report": read_file(root, f"report/{code}/report.yaml", Report),
        "input": read_file(root, f"report/{code}/input.yaml", ProvidedInput),
    }
    recorded = _fields_recorded_missing(files["input"])
    for section, model in AUTHORED.items():
        path = f"sections/{code}/{section}.yaml"
        if section in recorded and not (root / path).exists():
            continue
        files[section] = read_file(root, path, model)
    for key, kind in (("accepted", Accepted), ("waivers", Waivers), ("signoff", Signoff)):
        path = f"report/{code}/{key}.yaml"
        if os.path.lexists(root / path):
            files[key] = read_file(root, path, kind)
    return Publication(code, files)


def _fields_recorded_missing(loaded: Loaded[Any]) -> set[str]:
    """What the ledger of gaps names; a section named there need not be written yet."""
    model = loaded.model
    return {record.field for record in model.missing} if isinstance(model, ProvidedInput) else set()


def read_file(root: Path, path: str, model: type[BaseModel]) -> Loaded[Any]:
    """Read one file of the project as `model`."""
    full = root / path
    try:
        if not full.resolve().is_relative_to(root.resolve()):
            return _unread(path, "the file is a link that leads out of the project",
                           "put the file itself here")  # fmt: skip
        content = full.read_bytes()
    except FileNotFoundError:
        return missing(path)
    except IsADirectoryError:
        return _unread(path, "a folder stands where the file should be",
                       f"rename the folder and write {path}")  # fmt: skip
    except OSError as error:
        reason = (error.strerror or "unknown fault").lower()
        return _unread(path, f"the file cannot be read: {reason}", "check the file's permissions")
    file, problems = decode(path, content)
    return load(file, model, problems)


def missing(path: str) -> Loaded[Any]:
    """What stands for a file that is not there."""
    return _unread(path, f"{path} is missing", "write the file; every report has one")


def _unread(path: str, message: str, hint: str) -> Loaded[Any]:
    problem = Problem("missing-file", Span(0, 0), message, hint)
    return Loaded(SourceFile(path, "", "", b""), Tree(None, ()), None, (problem,))
