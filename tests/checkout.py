"""Copy the repository to a folder where a test may change the code, and see what it changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from small_project import ROOT, edit

PARTS = ("src", "templates", "docs", "tests", "pyproject.toml")
NOT_COPIED = shutil.ignore_patterns("__pycache__", "judgement", "corpus")
NOT_WRITTEN = {"build", "__pycache__", ".hypothesis"}
"""Folders of what neither people nor commands keep."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A copy of the repository, and what was in it at first."""

    folder: Path
    before: dict[str, bytes]

    def changed(self) -> set[str]:
        """The files that are not as they were."""
        now = contents(self.folder)
        paths = now.keys() | self.before.keys()
        return {path for path in paths if now.get(path) != self.before.get(path)}

    def write(self, path: str, text: str) -> None:
        """Write a file, new or not."""
        (self.folder / path).write_text(text, "utf-8")

    def edit(self, path: str, *changes: tuple[str, str]) -> None:
        """Replace texts of a file, each of which has to be there exactly once."""
        for old, new in changes:
            edit(self.folder / path, old, new)

    def reportkit(self, *arguments: str, at: Path | None = None) -> str:
        """What the reportkit of the copy prints in a folder, the copy itself or another."""
        return self._run("-c", "from reportkit.cli import main; main()", *arguments, at=at).stdout

    def failures(self, *arguments: str) -> str:
        """What pytest says of tests of the copy that fail; nothing if they pass."""
        outcome = self._run("-m", "pytest", "-p", "no:cacheprovider", "--tb=short", *arguments)
        return outcome.stdout if outcome.returncode else ""

    def _run(self, *command: str, at: Path | None = None) -> subprocess.CompletedProcess[str]:
        paths = os.pathsep.join((str(self.folder / "src"), str(self.folder / "tests")))
        environment = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
        outcome = subprocess.run(
            [sys.executable, *command],
            cwd=at or self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert not outcome.stderr, outcome.stderr
        return outcome


def checkout(folder: Path) -> Checkout:
    """A copy of the repository in a new folder."""
    folder.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=NOT_COPIED)
        else:
            shutil.copy(ROOT / part, folder / part)
    return Checkout(folder, contents(folder))


def contents(folder: Path) -> dict[str, bytes]:
    """Path to content of all that is kept."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not NOT_WRITTEN & {*path.relative_to(folder).parts}
    }
