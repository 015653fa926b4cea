"""Put a text in the place of a section, where it has the section's form and nobody else wrote."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reportkit.cannot_run import CannotRun
from reportkit.files.project_files import FileRefused
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.findings.meant import closest
from reportkit.findings.place import place
from reportkit.model.files import place_of
from reportkit.model.sections import AUTHORED
from reportkit.source.file import decode
from reportkit.source.load import load
from reportkit.workspace.select import all_codes

NEW = "new"
"""Stands for the hash of a section that has no file yet."""


def read_section(root: Path, code: str, section: str) -> tuple[str, str]:
    """The text of a section and its SHA-256; an empty text and `new` if it has no file."""
    content = _content(FolderFiles(root), _path(root, code, section))
    return (content or b"").decode(errors="replace"), _digest(content)


def write_section(root: Path, code: str, section: str, text: str, replaces: str) -> str:
    """Write a section whole, and return its path.

    `replaces` is the SHA-256 of the text that is replaced, so that no edit of somebody else is
    lost. Raises CannotRun, and writes nothing, for a text without the form of the section and
    for a file that leads out of the project.
    """
    path = _path(root, code, section)
    _refuse_form(path, section, text)
    with hold(root) as held:
        if _digest(_content(FolderFiles(root), path)) != replaces:
            raise CannotRun(
                f"{path} is not the text that was read",
                "read the section again, and write with its sha256",
            )
        write_files(held, {path: text.encode()})
    return path


def _path(root: Path, code: str, section: str) -> str:
    """The path of a section from the project folder; raises CannotRun for what is none."""
    for name, known, what in (
        (code, all_codes(root), "publication"),
        (section, tuple(AUTHORED), "section"),
    ):
        if name not in known:
            close = closest(name, known)
            hint = f"did you mean {close}?" if close else f"known: {', '.join(known[:12])}"
            raise CannotRun(f"no {what} is named {name}", hint)
    return place_of(section, code)


def _refuse_form(path: str, section: str, text: str) -> None:
    """Refuse a text that does not have the form of its section, at the first place of a fault."""
    file, problems = decode(path, text.encode(errors="replace"))
    loaded = load(file, AUTHORED[section], problems)
    for problem in loaded.problems:
        where = place(path, file.text, problem.span)
        raise CannotRun(
            f"{path}:{where.line}:{where.column}: {problem.message}",
            problem.hint or f"`explain {problem.rule}` tells of the rule",
        )


def _content(files: FolderFiles, path: str) -> bytes | None:
    try:
        return files.content(path)
    except FileRefused as refused:
        raise CannotRun(f"{path}: {refused.message}", refused.hint) from refused


def _digest(content: bytes | None) -> str:
    return NEW if content is None else hashlib.sha256(content).hexdigest()
