"""Tell a mark of folders that changes whenever a file in them does, without reading the files.

The mark is of what the system says of each file: its number, size, and the times of its last
change and of its last change of state, which no ordinary program can set.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True)
class Part:
    """A file, or a folder with what stands in it down to so many folders below it."""

    path: str
    """From the project folder, with forward slashes."""
    depth: int = 0


def stamp_of(root: Path, parts: Sequence[Part]) -> str | None:
    """The mark of all that stands there, or None where a mark could hide a change.

    That is where a link, or anything but files and folders, stands on the way, where a folder
    cannot be read, and where a file changed so short a time ago that the next change could bear
    the same time.
    """
    return _stamp(root, parts, time.time_ns() - _TICK)


def stamp_of_written(root: Path, parts: Sequence[Part]) -> str | None:
    """As `stamp_of`, of what this very process has just written: how young it is means nothing."""
    return _stamp(root, parts, _EVER)


def _stamp(root: Path, parts: Sequence[Part], settled: int) -> str | None:
    try:
        return ";".join(
            line for part in parts for line in _lines(f"{root}/{part.path}", part.depth, settled)
        )
    except _UnsureError:
        return None


class _UnsureError(Exception):
    pass


_TICK: Final = 2_000_000_000
"""Nanoseconds; the coarsest clock of a common file system (FAT) counts two seconds."""
_EVER: Final = 1 << 80


def _lines(path: str, depth: int, settled: int) -> Iterator[str]:
    """A line for each file at or below a path."""
    try:
        state = os.lstat(path)
        if stat.S_ISREG(state.st_mode):
            yield _line(path, state, settled)
            return
        if not stat.S_ISDIR(state.st_mode):
            raise _UnsureError
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        yield f"{path} absent"
        return
    except OSError as error:
        raise _UnsureError from error
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield entry.name
            if depth:
                yield from _lines(entry.path, depth - 1, settled)
        elif entry.is_file(follow_symlinks=False):
            yield _line(entry.name, entry.stat(follow_symlinks=False), settled)
        else:
            raise _UnsureError


def _line(name: str, state: os.stat_result, settled: int) -> str:
    if max(state.st_mtime_ns, state.st_ctime_ns) > settled:
        raise _UnsureError
    numbers = (state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
    return " ".join((name, *map(str, numbers)))
