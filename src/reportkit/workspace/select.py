"""What the user named in, codes out: paths or codes select publications.

Nothing named selects every publication of the project.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from reportkit.cannot_run import CannotRun
from reportkit.files.disk import reason
from reportkit.files.reading import stands
from reportkit.findings.meant import closest
from reportkit.model.codes import CODE_PATTERNS


def find_root(start: Path) -> Path:
    """The project folder at or above `start`: the one that holds report/project.yaml."""
    for folder in (start, *start.parents):
        if stands(folder / "report" / "project.yaml") == "file":
            return folder
    raise CannotRun(
        f"no project here: {start} and the folders above it have no report/project.yaml",
        "go to the project's folder, name it with --project, or begin one with `reportkit init`",
    )


def select_codes(root: Path, named: Sequence[str], cwd: Path) -> tuple[str, ...]:
    """The codes of the publications named by code, folder or file, in sorted order."""
    known = all_codes(root)
    if not named:
        if not known:
            raise CannotRun(
                "the project has no publication yet", "begin one with `reportkit new CODE`"
            )
        return known
    return tuple(sorted({code for name in named for code in _codes_of(root, name, cwd, known)}))


def all_codes(root: Path) -> tuple[str, ...]:
    """Every code with a folder in report/ or sections/.

    A folder whose name cannot be printed, or is no text, is none of a publication.
    """
    codes = {
        name
        for part in ("report", "sections")
        for name in _folders(root / part)
        if name.isprintable() and not name.startswith(".") and (part, name) not in _OF_THE_HOUSE
    }
    return tuple(sorted(codes))


def is_whole(root: Path, codes: Sequence[str]) -> bool:
    """Whether these are all publications of a project."""
    return set(codes) == set(all_codes(root))


_OF_THE_HOUSE = frozenset({("report", "rules"), ("report", "texts")})
"""Folders that hold what all publications share."""


def _folders(folder: Path) -> list[str]:
    """The names of the folders in a folder; links to folders are among them."""
    try:
        return [entry.name for entry in os.scandir(folder) if _is_folder(entry)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise CannotRun(
            f"{folder} cannot be read: {reason(error)}", "check the folder's permissions"
        ) from error


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder or leads to one; a link in a loop leads nowhere."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _codes_of(root: Path, name: str, cwd: Path, known: tuple[str, ...]) -> tuple[str, ...]:
    if name in known or "\0" in name:
        return _code(name, known)
    path = Path(os.path.realpath(cwd / name))
    if stands(path):
        resolved = Path(os.path.realpath(root))
        if path == resolved:
            return known
        if path.is_relative_to(resolved):
            parts = path.relative_to(resolved).parts
            if parts[0] in ("report", "sections", "build"):
                return known if len(parts) == 1 else _code(parts[1], known)
    elif close := _alike_beside(path, Path(os.path.realpath(root))):
        meant = Path(name).with_name(close).as_posix()
        raise CannotRun(f"no publication or file is named {name}", f"did you mean {meant}?")
    return _code(name, known)


def _alike_beside(path: Path, root: Path) -> str | None:
    """The file of a folder of the project whose name is most like that of one that is not there."""
    if not path.parent.is_relative_to(root) or path.parent == root:
        return None
    try:
        beside = [entry.name for entry in os.scandir(path.parent)]
    except OSError:
        return None
    return closest(path.name, beside)


def _code(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    if name in known:
        return (name,)
    if name == "project.yaml":
        return known
    raise CannotRun(f"no publication or file is named {name}", _hint(name, known))


def _hint(name: str, known: tuple[str, ...]) -> str:
    close = closest(name, known)
    if close:
        return f"did you mean {close}?"
    listed = f"known: {', '.join(known[:12])}" if known else "there is none yet"
    is_code = any(CODE_PATTERNS[system].fullmatch(name) for system in ("CPT", "HCPCS"))
    return f"{listed}; `reportkit new {name}` begins one" if is_code else listed
