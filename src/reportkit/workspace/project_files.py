"""Give the content of a project's files by their paths, from a folder or from memory."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class ProjectFiles(Protocol):
    """The files of one project; a path has forward slashes and starts at the project folder."""

    def holds(self, path: str) -> bool:
        """Whether anything stands at a path, be it a file or not."""
        ...

    def content(self, path: str) -> bytes:
        """The bytes of a file. Raises FileRefused, or OSError as the system says it."""
        ...

    def below(self, folder: str) -> tuple[str, ...]:
        """The paths of the regular files in a folder and its folders, in order."""
        ...

    def address(self, path: str) -> str:
        """Where a file lies on this machine, if anywhere; for those who read beside it."""
        ...


class FileRefused(Exception):  # noqa: N818 -- says what was done with the file
    """Something that is no file of the project stands where a file should be."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class FolderFiles:
    """The files of a project folder; nothing outside it is read."""

    root: Path

    def holds(self, path: str) -> bool:
        """Whether anything stands at a path, a broken link among them."""
        return os.path.lexists(self.root / path)

    def content(self, path: str) -> bytes:
        """The bytes of a regular file; links are followed within the project."""
        full = self.root / path
        if self._leads_out(full):
            raise FileRefused("the file is a link that leads out of the project",
                              "put the file itself here")  # fmt: skip
        mode = full.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise FileRefused("a pipe or a device stands where the file should be",
                              f"take it away and write {path}")  # fmt: skip
        return full.read_bytes()

    def below(self, folder: str) -> tuple[str, ...]:
        """The paths below a folder that is part of the project; links are passed over."""
        top = self.root / folder
        if self._leads_out(top):
            return ()
        return tuple(path.relative_to(self.root).as_posix() for path in sorted(top.rglob("*"))
                     if path.is_file() and not path.is_symlink())  # fmt: skip

    def address(self, path: str) -> str:
        """The full path of a file."""
        return str(self.root / path)

    def _leads_out(self, full: Path) -> bool:
        return not full.resolve().is_relative_to(self.root.resolve())


@dataclass(frozen=True, slots=True)
class CarriedFiles:
    """The files of a project that are held in memory, as a publication carries them."""

    files: Mapping[str, bytes]

    def holds(self, path: str) -> bool:
        """Whether there is such a file."""
        return path in self.files

    def content(self, path: str) -> bytes:
        """The bytes of a file."""
        try:
            return self.files[path]
        except KeyError:
            raise FileNotFoundError(path) from None

    def below(self, folder: str) -> tuple[str, ...]:
        """The paths below a folder."""
        return tuple(sorted(path for path in self.files if path.startswith(f"{folder}/")))

    def address(self, path: str) -> str:
        """The path itself: the file lies nowhere."""
        return path
