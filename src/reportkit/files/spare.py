"""Write what can be made again at any time: whole or not at all, and without waiting for the disk.

Nobody is kept apart, as equal names hold equal contents; whoever reads such a file has to see
for himself that it is whole.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportkit.files import disk

_FRESH = ".fresh-"
"""How the name of a file begins that is not in place yet."""


def write_spare(path: Path, content: bytes) -> None:
    """Make `path` hold exactly `content`, in a folder made for it. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.parent / f"{_FRESH}{secrets.token_hex(8)}"
    try:
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        fresh.replace(path)
    except BaseException:
        disk.remove(fresh)
        raise


def trim(folder: Path, most: int) -> None:
    """Remove the oldest files below a folder until the rest has at most `most` bytes.

    Of files that are not in place those go that are older than an hour: whoever wrote them is
    gone. What the system refuses to remove stays.
    """
    files = sorted(_files(folder), key=lambda file: file.written)
    newest = files[-1].written if files else 0.0
    total = sum(file.size for file in files)
    for file in files:
        if total <= most and not (file.fresh and file.written < newest - _AN_HOUR):
            continue
        disk.remove_tree(Path(file.path))
        total -= file.size


_AN_HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    size: int
    """Bytes."""
    written: float
    """Seconds since 1970."""
    fresh: bool


def _files(folder: Path) -> Iterator[_File]:
    """Every file below a folder; links are named and not followed."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
            continue
        try:
            state = entry.stat(follow_symlinks=False)
        except OSError:
            continue
        yield _File(entry.path, state.st_size, state.st_mtime, entry.name.startswith(_FRESH))
