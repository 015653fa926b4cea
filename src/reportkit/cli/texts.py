"""`reportkit texts`: the house texts of a project, each with the reports that print it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import options
from reportkit.cli.unread import told_unread
from reportkit.files.reading import FolderFiles
from reportkit.findings.counted import counted
from reportkit.model.base import given
from reportkit.model.files import place_of, text_key
from reportkit.model.texts import HouseText, Wording
from reportkit.workspace.house_texts import HousePassage, house_texts
from reportkit.workspace.passages import printed_at
from reportkit.workspace.publication import Publication
from reportkit.workspace.select import all_codes
from reportkit.workspace.workspace import house_of, names_of_texts, read_file, workspace_of


@click.command()
@options.project
@options.output_format
def texts(project: Path | None, output_format: str) -> None:
    """List the texts of report/texts/, each wording with the reports that print it.

    The exit code is 1 if a text is printed by no report, or cannot be printed where one names it,
    or if a file of a report cannot be read.
    """
    root = options.project_root(project)
    files = FolderFiles(root)
    _refuse_unread(files)
    known = {name: _read(files, name) for name in sorted(names_of_texts(files))}
    is_unread = False
    for code in all_codes(root):
        workspace = workspace_of(files.changed({}), [code])
        _add(workspace.publications[0], known)
        is_unread |= told_unread(workspace)
    if output_format == "json":
        options.show(json.dumps([_data(text) for text in known.values()], indent=2) + "\n")
    else:
        options.show("".join(_lines(known.values())))
    is_wrong = any(not text.is_printed or text.faults for text in known.values())
    raise SystemExit(1 if is_unread or is_wrong else 0)


def _refuse_unread(files: FolderFiles) -> None:
    unread = house_of(files).files.get("texts")
    for problem in unread.problems if unread else ():
        raise CannotRun(problem.message, problem.hint or "look at it")


@dataclass(frozen=True, slots=True)
class _Text:
    """A house text, and what became of it in the reports."""

    name: str
    conditions: tuple[str | None, ...]
    """Of each wording; None for one that is for all reports."""
    printing: dict[int, list[str]] = field(default_factory=dict)
    """Number of a wording, from 0, to the codes of the reports that print it."""
    faults: dict[str, list[str]] = field(default_factory=dict)
    """Why it cannot be printed, to the codes of the reports where that is so."""

    @property
    def is_printed(self) -> bool:
        """Whether any report prints it, in any wording."""
        return bool(self.printing)


def _read(files: FolderFiles, name: str) -> _Text:
    sound = read_file(files, place_of(text_key(name)), HouseText).sound
    wordings: tuple[Wording, ...] = given(sound, "wordings", ())
    return _Text(name, tuple(given(wording, "when", None) for wording in wordings))


def _add(publication: Publication, known: dict[str, _Text]) -> None:
    """Note which wordings a publication prints, and what it cannot."""
    printed = house_texts(publication)
    for name in printed_at(publication):
        match printed.get(name):
            case None:
                continue
            case HousePassage(route=(_, int(number), *_)):
                known[name].printing.setdefault(number, []).append(publication.code)
            case unprintable:
                reason = getattr(unprintable, "reason", "")
                known[name].faults.setdefault(reason, []).append(publication.code)


def _lines(known: Iterable[_Text]) -> Iterator[str]:
    every = [*known]
    for text in every:
        yield f"{{{{ text.{text.name} }}}}  {place_of(text_key(text.name))}\n"
        for number, condition in enumerate(text.conditions):
            printing = ", ".join(text.printing.get(number, ())) or "no report"
            for_whom = "for all others" if condition is None else f"when {condition}"
            yield f"    {number + 1}  {' '.join(for_whom.split())}: {printing}\n"
        for reason, codes in text.faults.items():
            yield f"    {reason}: {', '.join(codes)}\n"
    unused = sum(not text.is_printed for text in every)
    yield f"{counted(len(every), 'house text')}, {unused} that no report prints\n"


def _data(text: _Text) -> dict[str, Any]:
    return {
        "name": text.name,
        "file": place_of(text_key(text.name)),
        "wordings": [
            {"when": condition, "reports": text.printing.get(number, [])}
            for number, condition in enumerate(text.conditions)
        ],
        "faults": [{"reason": reason, "reports": codes} for reason, codes in text.faults.items()],
    }
