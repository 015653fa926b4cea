"""Turn a project's files into a Workspace: the selected publications, read once and frozen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from reportkit.files.project_files import Entry, FileRefused, ProjectFiles
from reportkit.files.reading import FolderFiles
from reportkit.findings.place import Span
from reportkit.model.accepted import Accepted
from reportkit.model.editions import Editions
from reportkit.model.files import file_at, place_of, text_key, text_name
from reportkit.model.imported import Imported
from reportkit.model.input import ProvidedInput
from reportkit.model.project import Project
from reportkit.model.report import Report
from reportkit.model.review import Decisions
from reportkit.model.sections import AUTHORED
from reportkit.model.signoff import Signoff
from reportkit.model.texts import HouseText
from reportkit.model.waivers import HouseWaivers, Waivers
from reportkit.source.file import SourceFile, decode
from reportkit.source.load import Loaded, load
from reportkit.source.problem import Problem
from reportkit.source.tree import Tree
from reportkit.workspace.editions import chain_path, frozen_versions
from reportkit.workspace.fonts import font_coverage
from reportkit.workspace.house_texts import FOLDER, names_quoted
from reportkit.workspace.publication import Publication, recorded


@dataclass(frozen=True, slots=True)
class Workspace:
    """The files of a project and the publications selected in it."""

    files: ProjectFiles
    project: Loaded[Project]
    publications: tuple[Publication, ...]


def read_workspace(root: Path, codes: Sequence[str]) -> Workspace:
    """Read the project at `root` and the publications of `codes`, in the order given."""
    return workspace_of(FolderFiles(root), codes)


def workspace_of(files: ProjectFiles, codes: Sequence[str]) -> Workspace:
    """Read the publications of `codes`, in the order given, from the files of a project."""
    house = house_of(files).files
    project = house["project"]
    fonts = font_coverage(files)
    words, house_texts = words_in(files), names_of_texts(files)
    read = (read_publication(files, code, house) for code in codes)
    publications = tuple(
        replace(publication, fonts=fonts, words=words, house_texts=house_texts)
        for publication in read
    )
    return Workspace(files, project, publications)


def house_of(files: ProjectFiles) -> Publication:
    """What all publications share, as a publication of no code.

    That is the settings, the waivers, and what else of the house cannot be read.
    """
    project = read_file(files, "report/project.yaml", Project)
    others = {**_waivers_of_the_house(files), **_unread_of_the_house(files)}
    return Publication("", {"project": project, **others})


def words_in(files: ProjectFiles) -> frozenset[str] | None:
    """The words of the house, one a line of report/words.txt; None if it cannot be read."""
    words = _words(files)
    if words.problems:
        return None
    lines = (line.strip().lower() for line in words.file.text.splitlines())
    return frozenset(filter(None, lines))


def _words(files: ProjectFiles) -> Loaded[Any]:
    try:
        content = files.content(WORDS)
    except FileRefused as refused:
        return _unread(WORDS, refused.message, refused.hint)
    file, problems = decode(WORDS, content or b"")
    return Loaded(file, Tree(None, ()), None, problems)


WORDS = "report/words.txt"


def names_of_texts(files: ProjectFiles) -> frozenset[str]:
    """The names of the texts of the house, from those of the files in report/texts/.

    A file whose name cannot be printed, or is no text, is none of them.
    """
    named = (file_at(entry.path) for entry in files.below(FOLDER) if entry.path.isprintable())
    return frozenset(name for file in named if file and (name := text_name(file[0])) is not None)


_OPTIONAL: dict[str, type[BaseModel]] = {
    "imported": Imported,
    "accepted": Accepted,
    "waivers": Waivers,
    "signoff": Signoff,
    "review": Decisions,
}


def _waivers_of_the_house(files: ProjectFiles) -> dict[str, Loaded[Any]]:
    path = place_of("house-waivers")
    return {"house-waivers": read_file(files, path, HouseWaivers)} if files.holds(path) else {}


def _unread_of_the_house(files: ProjectFiles) -> dict[str, Loaded[Any]]:
    """What has no form of its own, by key, where something keeps it from being read."""
    unread: dict[str, Loaded[Any]] = {}
    if (words := _words(files)).problems:
        unread["words"] = words
    if Entry(FOLDER, "unreadable") in files.below(FOLDER):
        hint = "let it be a folder that you may read, or take it away"
        unread["texts"] = _unread(FOLDER, f"{FOLDER} cannot be read as a folder", hint)
    return unread


def read_publication(
    files: ProjectFiles, code: str, house: Mapping[str, Loaded[Any]]
) -> Publication:
    """Read one publication's files beside those of the house; a missing one is its problem."""
    read: dict[str, Loaded[Any]] = {
        **house,
        "report": read_file(files, f"report/{code}/report.yaml", Report),
        "input": read_file(files, f"report/{code}/input.yaml", ProvidedInput),
    }
    left_out = {record.field for record in recorded(read["input"])}
    for section, model in AUTHORED.items():
        path = f"sections/{code}/{section}.yaml"
        if section in left_out and not files.holds(path):
            continue
        read[section] = read_file(files, path, model)
    for key, kind in _OPTIONAL.items():
        path = f"report/{code}/{key}.yaml"
        if files.holds(path):
            read[key] = read_file(files, path, kind)
    if files.holds(chain_path(code)):
        read["editions"] = read_file(files, chain_path(code), Editions)
    return Publication(
        code,
        {**read, **_texts_quoted(files, read.values())},
        frozen=frozen_versions(files, code),
    )


def _texts_quoted(files: ProjectFiles, read: Iterable[Loaded[Any]]) -> dict[str, Loaded[HouseText]]:
    """The house texts that files refer to, and those that these refer to, by key."""
    quoted: dict[str, Loaded[HouseText]] = {}
    waiting = [*read]
    while waiting:
        for key in map(text_key, _names_quoted(waiting.pop(0))):
            if key not in quoted and files.holds(place_of(key)):
                quoted[key] = read_file(files, place_of(key), HouseText)
                waiting.append(quoted[key])
    return quoted


def _names_quoted(loaded: Loaded[Any]) -> Iterable[str]:
    """The names of the house texts that a file refers to; most files have no braces to read."""
    sound = loaded.sound
    return names_quoted(sound) if sound is not None and "{{" in loaded.file.text else ()


def read_file(files: ProjectFiles, path: str, model: type[BaseModel]) -> Loaded[Any]:
    """Read one file of a project as `model`; what keeps it from being read is its problem."""
    try:
        content = files.content(path)
    except FileRefused as refused:
        return _unread(path, refused.message, refused.hint)
    if content is None:
        return missing(path)
    file, problems = decode(path, content)
    return load(file, model, problems)


def input_of(files: ProjectFiles, code: str) -> Loaded[ProvidedInput] | None:
    """The data of a code; None where the project has none."""
    path = f"report/{code}/input.yaml"
    return read_file(files, path, ProvidedInput) if files.holds(path) else None


def missing(path: str) -> Loaded[Any]:
    """What stands for a file that is not there."""
    return _unread(path, f"{path} is missing", "write the file; every report has one")


def _unread(path: str, message: str, hint: str) -> Loaded[Any]:
    problem = Problem("missing-file", Span(0, 0), message, hint)
    return Loaded(SourceFile(path, "", "", b""), Tree(None, ()), None, (problem,))
