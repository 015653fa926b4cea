"""Read the files of a project once each, and nothing but files of the project."""

from __future__ import annotations

import errno
import os
import stat
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportkit.files.disk import reason
from reportkit.files.inside import leads_to
from reportkit.files.project_files import Entry, FileRefused, HeldFiles, Kind

LARGEST = 100_000_000
"""Bytes of a file of a project; no report has one that is larger."""


@dataclass(frozen=True, slots=True)
class FolderFiles:
    """The files of a project folder as they were when they were first asked for.

    Whoever asks again gets the same, so that what was hashed is what was judged.
    """

    root: Path
    _contents: dict[str, bytes | FileRefused | None] = field(default_factory=dict, repr=False)
    _entries: dict[str, tuple[Entry, ...]] = field(default_factory=dict, repr=False)

    def content(self, path: str) -> bytes | None:
        """The bytes of a file; None if nothing stands there. Raises FileRefused."""
        if path not in self._contents:
            late = self._is_late(path)
            self._contents[path] = None if late else _content(self.root, path)
        content = self._contents[path]
        if isinstance(content, FileRefused):
            raise content
        return content

    def holds(self, path: str) -> bool:
        """True if something stands at a path, whether or not it can be read."""
        try:
            return self.content(path) is not None
        except FileRefused:
            return True

    def changed(self, contents: Mapping[str, bytes | None]) -> FolderFiles:
        """These files as they would be if some had other contents; nothing is written."""
        return FolderFiles(self.root, {**self._contents, **contents}, dict(self._entries))

    def held(self) -> HeldFiles:
        """What was read so far, and nothing else."""
        return HeldFiles(self.root, dict(self._contents), dict(self._entries))

    def below(self, folder: str, depth: int | None = None) -> Iterator[Entry]:
        """All that stands in a folder, down to so many folders below it, in a fixed order.

        Links are named and not followed; so is a folder that cannot be read.
        """
        for entry in self._within(folder):
            yield entry
            if entry.kind == "folder" and depth != 0:
                yield from self.below(entry.path, None if depth is None else depth - 1)

    def address(self, path: str) -> str:
        """The full path of a file."""
        return str(self.root / path)

    def _is_late(self, path: str) -> bool:
        """True for what was not in its folder when the names there were read."""
        folder = self._entries.get(path.rpartition("/")[0])
        if folder is None or (folder and folder[0].kind == "unreadable"):
            return False
        index = bisect_left(folder, path, key=lambda entry: entry.path)
        return index == len(folder) or folder[index].path != path

    def _within(self, folder: str) -> tuple[Entry, ...]:
        if folder not in self._entries:
            self._entries[folder] = tuple(_entries(self.root, folder))
        return self._entries[folder]


def read_regular(path: Path, most: int | None = None) -> bytes | None:
    """The bytes of a file, of at most `most` bytes; None if nothing stands there.

    Raises OSError, also for what is no file: a pipe or a device may never end.
    """
    try:
        _refuse_kind(path.stat().st_mode, path)
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    with os.fdopen(descriptor, "rb") as stream:
        state = os.fstat(descriptor)
        _refuse_kind(state.st_mode, path)
        # A file may grow while it is read, and one with holes may have any size.
        _refuse_size(state.st_size, most, path)
        content = stream.read(-1 if most is None else most + 1)
    _refuse_size(len(content), most, path)
    return content


def check_regular(path: Path) -> None:
    """Raise OSError for what is no file, before it is opened: a pipe may wait for ever."""
    _refuse_kind(path.stat().st_mode, path)


def stands(path: Path) -> Kind | None:
    """What a path leads to, with links followed; None if that is nothing, or cannot be told."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return None
    if stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) else "other"


def _refuse_kind(mode: int, path: Path) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "it is a pipe or a device, and no file", str(path))


def _refuse_size(size: int, most: int | None, path: Path) -> None:
    if most is not None and size > most:
        raise OSError(errno.EFBIG, f"it has more than {most:,} bytes", str(path))


def _content(root: Path, path: str) -> bytes | FileRefused | None:
    if "\0" in path:
        return FileRefused("no file can have this name", "correct the name")
    place = leads_to(root, path)
    if place is None:
        return FileRefused(
            "the file is a link that leads out of the project", "put the file itself here"
        )
    try:
        content = read_regular(place, LARGEST)
    except IsADirectoryError:
        return FileRefused(
            "a folder stands where the file should be", f"rename the folder and write {path}"
        )
    except OSError as error:
        if stands(place) == "other":
            return FileRefused(
                "a pipe or a device stands where the file should be",
                f"take it away and write {path}",
            )
        hint = "make it smaller" if error.errno == errno.EFBIG else "check the file's permissions"
        return FileRefused(f"the file cannot be read: {reason(error)}", hint)
    if content is None and (root / path).is_symlink():
        return FileRefused("the file is a link that leads nowhere", "put the file itself here")
    return content


def _entries(root: Path, folder: str) -> Iterator[Entry]:
    """What stands in a folder, in the order of its paths; a folder that cannot be read is alone."""
    place = leads_to(root, folder)
    if place is None:
        yield Entry(folder, "unreadable")
        return
    try:
        entries = sorted(os.scandir(place), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError:
        yield Entry(folder, "unreadable")
        return
    for entry in entries:
        yield Entry(f"{folder}/{entry.name}", _kind(entry))


def _kind(entry: os.DirEntry[str]) -> Kind:
    if entry.is_symlink():
        return "link"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "other"
