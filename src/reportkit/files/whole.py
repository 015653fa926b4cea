"""Put one file or one folder in place whole: whoever looks sees the old one or the new one.

What is new is written beside, under a name that begins with PREFIX, and takes the real name
once it is on the disk. A process that dies leaves such a name behind; the next one that writes
there puts back what it holds of value, and sweeps the rest away.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from reportkit.cannot_run import CannotRun
from reportkit.files import disk
from reportkit.files.exchange import exchange
from reportkit.files.lock import held

PREFIX = ".reportkit-"
"""How the name of what is not in place yet begins."""


def write_file(path: Path, content: bytes) -> None:
    """Make `path` hold exactly `content`; raises CannotRun.

    A link is followed, but not out of the folder it lies in, which is the current one for all that
    is below it: a link that came with a project may lead to any file of the user. What is no file,
    such as /dev/stdout, is written into as it stands.
    """
    try:
        if _is_stream(path):
            _write_into(path, content)
            return
        target = _target(path)
        with _beside(target) as fresh:
            disk.create(fresh, content, like=target)
            fresh.replace(target)
    except OSError as error:
        raise disk.not_written(str(path), error) from error


def _target(path: Path) -> Path:
    """Where a path leads to; raises CannotRun if a link on the way leads out of its folder."""
    here = Path.cwd()
    named = Path(os.path.abspath(path))  # noqa: PTH100 -- resolve() would follow the link
    top = here if named.is_relative_to(here) else named.parent
    target = Path(os.path.realpath(named))
    if not target.is_relative_to(os.path.realpath(top)):
        raise CannotRun(
            f"{path} is a link that leads out of its folder, to {target}",
            "name the file itself, or take the link away",
        )
    return target


def fill_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files into a folder, which is made if need be, by their paths in it; raises CannotRun.

    What else stands there stays.
    """
    for name, content in files.items():
        path = folder / name
        try:
            disk.make_folders(path.parent)
        except OSError as error:
            raise disk.not_written(str(path.parent), error) from error
        write_file(path, content)


def write_private(path: Path, content: bytes) -> None:
    """Make `path` hold exactly `content`, for nobody but the user to read; raises CannotRun."""
    try:
        with _beside(path) as fresh:
            disk.create(fresh, content, mode=0o600)
            fresh.replace(path)
    except OSError as error:
        raise disk.not_written(str(path), error) from error


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder` hold exactly these files, whatever it held before; raises CannotRun."""
    try:
        disk.make_folders(folder.parent)
        with _beside(folder) as fresh:
            _fill(fresh / _NEW, files.items())
            _put_in_place(fresh, folder)
    except OSError as error:
        raise disk.not_written(str(folder), error) from error


def replace_large_folder(
    folder: Path, files: Iterable[tuple[str, bytes]], finish: Callable[[Path], None]
) -> None:
    """As `replace_folder`, of files that come one by one; raises CannotRun.

    `finish` may add to the new folder before it takes the place of the old one.
    """
    try:
        disk.make_folders(folder.parent)
        with _beside(folder) as fresh:
            _fill(fresh / _NEW, files)
            finish(fresh / _NEW)
            _put_in_place(fresh, folder)
    except OSError as error:
        raise disk.not_written(str(folder), error) from error


def new_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with these files, all or none; raises CannotRun unless it is new or empty."""
    try:
        disk.make_folders(folder.parent)
        with _beside(folder) as fresh:
            _fill(fresh / _NEW, files.items())
            (fresh / _NEW).rename(folder)
    except OSError as error:
        if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
            raise CannotRun(
                f"{folder} is not empty", "name a folder that does not exist yet"
            ) from error
        raise disk.not_written(str(folder), error) from error


def restore(folder: Path) -> None:
    """Put back what processes that died while they wrote in `folder` left; raises CannotRun.

    Costs one look at the names in the folder where there is nothing to do.
    """
    try:
        left = _left(folder)
    except OSError:
        # What cannot be looked into holds nothing that could be put back from here.
        return
    try:
        if left:
            with _alone(folder):
                return
    except OSError as error:
        raise disk.not_written(str(folder), error) from error


_NEW, _OLD, _NAME = "new", "old", "name"
"""In the folder beside: the successor, the predecessor, and the file that tells their name."""


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A name beside `target` that nothing bears yet, and nothing bears any more afterwards."""
    with _alone(target.parent):
        fresh = target.parent / f"{PREFIX}{secrets.token_hex(8)}"
        try:
            yield fresh
            disk.flush(target.parent)
        finally:
            _sweep(fresh)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold a folder, and sweep what dead processes left in it.

    Where folders cannot be locked nothing is swept: the process it belongs to may be alive.
    """
    with held(folder, os.O_RDONLY | os.O_DIRECTORY, str(folder)) as alone:
        for left in _left(folder) if alone else ():
            _sweep(left)
        yield


def _left(folder: Path) -> list[Path]:
    """What dead processes of this user left; in a folder of many users others have theirs."""
    # Not iterdir(): build/ has a name for each of many thousand publications.
    names = [name for name in os.listdir(folder) if name.startswith(PREFIX)]  # noqa: PTH208
    return [path for path in map(folder.joinpath, names) if path.lstat().st_uid == os.geteuid()]


def _fill(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Make a folder with these files, on the disk to the last name."""
    folders = set(disk.make_folders(folder))
    for name, content in files:
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
            raise CannotRun(
                f"the path {name} leads out of the folder it is for",
                "do not trust the file it is from",
            )
        path = folder / name
        folders.update(disk.make_folders(path.parent))
        disk.create(path, content)
    for made in folders:
        disk.flush(made)


def _put_in_place(fresh: Path, folder: Path) -> None:
    """Give the successor the name of the folder; the predecessor goes where it was made."""
    if not os.path.lexists(folder):
        (fresh / _NEW).rename(folder)
        return
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    if exchange(fresh / _NEW, folder):
        return
    disk.create(fresh / _NAME, os.fsencode(folder.name))
    disk.flush(fresh)
    folder.rename(fresh / _OLD)
    (fresh / _NEW).rename(folder)


def _sweep(beside: Path) -> None:
    """Remove what stands beside, after a predecessor that has lost its place is back in it."""
    old, name = beside / _OLD, beside / _NAME
    if not beside.is_symlink() and old.is_dir() and name.is_file():
        target = beside.parent / Path(os.fsdecode(name.read_bytes())).name
        if not os.path.lexists(target):
            old.rename(target)
            disk.flush(target.parent)
        # Without its name, what is left of the predecessor is never taken for the whole.
        disk.remove(name)
    disk.remove_tree(beside)


_OWN_OUTPUTS = (("dev", "stdout"), ("dev", "stderr"), ("dev", "fd"), ("proc", "self"))
"""Where names of what is open already begin; a file may be what stands behind one."""


def _is_stream(path: Path) -> bool:
    """True for what is written into and not replaced: a device, a pipe, one's own output."""
    if path.is_absolute() and path.parts[1:3] in _OWN_OUTPUTS:
        return True
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _write_into(path: Path, content: bytes) -> None:
    # A pipe that nobody reads is refused at once; the wait for it could have no end.
    flags = os.O_WRONLY | os.O_APPEND | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
    descriptor = os.open(path, flags)
    try:
        os.set_blocking(descriptor, True)
        disk.write_all(descriptor, content)
    finally:
        os.close(descriptor)
