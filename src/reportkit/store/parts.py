"""Tell all that a publication is made from by its hashes: its files, the house, the program."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from reportkit.files.project_files import Entry, FileRefused
from reportkit.files.reading import FolderFiles
from reportkit.files.stamp import Part
from reportkit.store.store import key_of

Parts = Mapping[str, str]
"""The hash of each file by its path in the project, or of what else counts by its name."""


def of_publication(code: str) -> tuple[Part, ...]:
    """Where the files of a publication are."""
    return (
        Part(f"report/{code}", depth=1),
        Part(f"sections/{code}", depth=1),
        Part(f"editions/{code}"),
        Part(f"build/challenge/{code}.json"),
    )


OF_THE_HOUSE: Final = (
    Part("report/project.yaml"),
    Part("report/words.txt"),
    Part("report/waivers.yaml"),
    Part("report/rules"),
    Part("report/texts"),
    Part("templates", depth=20),
)
"""Where the files are that all publications of a project share."""


def parts_of(files: FolderFiles, where: Iterable[Part]) -> Parts:
    """The hash of every file there; who reads it from the same `files` gets what was hashed."""
    return {entry.path: _hash(files, entry) for part in where for entry in _entries(files, part)}


def _entries(files: FolderFiles, part: Part) -> list[Entry]:
    below = list(files.below(part.path, part.depth))
    if not below or below[0] == Entry(part.path, "unreadable"):
        return [Entry(part.path, "file")] if files.holds(part.path) else below
    return below


def _hash(files: FolderFiles, entry: Entry) -> str:
    """The hash of a file, or why there is none."""
    if entry.kind not in ("file", "link"):
        return entry.kind
    try:
        return hashlib.blake2b(files.content(entry.path) or b"", digest_size=20).hexdigest()
    except FileRefused as refused:
        return refused.message


def hash_of(parts: Parts) -> str:
    """One hash for all parts."""
    return key_of("parts", *(text for pair in sorted(parts.items()) for text in pair))


@cache
def program() -> Parts:
    """What this program is: reportkit's own files, Python, and what is installed beside it."""
    return {
        "reportkit": key_of("program", *_own_files()),
        "Python": sys.version,
        "the installed libraries": key_of("libraries", *_libraries()),
    }


def _own_files() -> list[str]:
    """A stamp of each of the program's files, so that a changed rule counts at once."""
    package = Path(__file__).resolve().parents[1]
    shipped = package.parents[1] / "templates"
    stamps = []
    for top in (package, shipped):
        for folder, _, names in os.walk(top):
            for name in names:
                if not name.endswith((".pyc", ".md")):
                    path = os.path.join(folder, name)  # noqa: PTH118 -- the hot path
                    state = os.stat(path)  # noqa: PTH116
                    stamps.append(f"{name}{state.st_size}{state.st_mtime_ns}")
    return sorted(stamps)


def _libraries() -> list[str]:
    """A stamp of each folder that Python imports from, and of the list of native libraries."""
    here = str(Path.cwd())
    places = [folder for folder in sys.path if folder not in ("", here)]
    stamps = []
    for place in (*places, "/etc/ld.so.cache"):
        try:
            stamps.append(f"{place}{Path(place).stat().st_mtime_ns}")
        except OSError:
            continue
    return stamps
