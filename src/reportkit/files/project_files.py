"""Give the content of a project's files by their paths, wherever the project is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

Kind = Literal["file", "folder", "link", "other", "unreadable"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a folder of the project, as a path from the project folder."""

    path: str
    kind: Kind


class FileRefused(Exception):  # noqa: N818 -- a state of the file, not a fault of the caller
    """What stands where a file should be is not read as one; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint


class ProjectFiles(Protocol):
    """The files of one project; a path has forward slashes and starts at the project folder."""

    @property
    def root(self) -> Path:
        """The project folder, or the name that stands for it."""
        ...

    def content(self, path: str) -> bytes | None:
        """The bytes of a file; None if nothing stands there. Raises FileRefused."""
        ...

    def holds(self, path: str) -> bool:
        """True if something stands at a path, whether or not it can be read."""
        ...

    def below(self, folder: str, depth: int | None = None) -> Iterator[Entry]:
        """All that stands in a folder, down to so many folders below it, in a fixed order."""
        ...

    def address(self, path: str) -> str:
        """Where a file lies on this machine, if anywhere; for those who read beside it."""
        ...


@dataclass(frozen=True, slots=True)
class CarriedFiles:
    """The files of a project that are held in memory, as a publication carries them."""

    files: Mapping[str, bytes]

    @property
    def root(self) -> Path:
        """A name for what lies nowhere."""
        return Path("carried")

    def content(self, path: str) -> bytes | None:
        """The bytes of a file."""
        return self.files.get(path)

    def holds(self, path: str) -> bool:
        """True if there is such a file."""
        return path in self.files

    def below(self, folder: str, depth: int | None = None) -> Iterator[Entry]:
        """The files below a folder, down to so many folders below it; it has no folders."""
        for path in sorted(self.files):
            below = path.removeprefix(f"{folder}/")
            if below != path and (depth is None or below.count("/") <= depth):
                yield Entry(path, "file")

    def address(self, path: str) -> str:
        """The path itself: the file lies nowhere."""
        return path


@dataclass(frozen=True, slots=True)
class HeldFiles:
    """The files of a project as they were read, to be judged where the project is not.

    What nobody had read is not there.
    """

    root: Path
    contents: Mapping[str, bytes | FileRefused | None]
    entries: Mapping[str, tuple[Entry, ...]]
    """What stands in each folder."""

    def content(self, path: str) -> bytes | None:
        """The bytes of a file; None if nothing stood there. Raises FileRefused."""
        content = self.contents.get(path)
        if isinstance(content, FileRefused):
            raise content
        return content

    def holds(self, path: str) -> bool:
        """True if something stood at a path, whether or not it could be read."""
        return self.contents.get(path) is not None

    def below(self, folder: str, depth: int | None = None) -> Iterator[Entry]:
        """All that stood in a folder, down to so many folders below it, in a fixed order."""
        for entry in self.entries.get(folder, ()):
            yield entry
            if entry.kind == "folder" and depth != 0:
                yield from self.below(entry.path, None if depth is None else depth - 1)

    def address(self, path: str) -> str:
        """The path itself: the file may lie nowhere."""
        return path
