"""Turn contents into files that are whole on the disk before anything is renamed to a real name."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from pathlib import Path

from reportkit.cannot_run import CannotRun


def create(path: Path, content: bytes, like: Path | None = None, mode: int = 0o666) -> None:
    """Write a new file and its content through to the disk; nothing may stand at `path` yet.

    It gets the permissions of `like`, where that is there, and else what the user's umask
    leaves of `mode`. Raises OSError; PermissionError if `like` is protected against writing.
    """
    kept = _mode(like) if like is not None else None
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    try:
        if kept is not None:
            os.fchmod(descriptor, kept)
        write_all(descriptor, content)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _mode(path: Path) -> int | None:
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None
    # A rename would replace what its owner has protected.
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    return mode


def write_all(descriptor: int, content: bytes) -> None:
    """Write all of `content`, however many steps the system takes. Raises OSError."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def flush(folder: Path) -> None:
    """Write the names in a folder to the disk; a rename is safe only then. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network file systems sync no folders; they keep names safe in their own way.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def remove(path: Path) -> None:
    """Remove a file if there is one. Raises OSError."""
    try:
        path.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return


def remove_empty(folder: Path) -> None:
    """Remove a folder that is there and holds nothing. Raises OSError."""
    try:
        folder.rmdir()
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ENOTEMPTY, errno.EEXIST):
            raise


def remove_tree(path: Path) -> None:
    """Remove a file or a folder with all that is in it, as far as the system allows."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    try:
        remove(path)
    except OSError:
        return


def make_folders(folder: Path) -> tuple[Path, ...]:
    """Make a folder and those above it that are not there. Raises OSError.

    Returns the folders made, from the outermost.
    """
    made = lacking(folder)
    for path in made:
        # Another process may have made it in the meantime.
        path.mkdir(exist_ok=True)
        flush(path.parent)
    return made


def lacking(folder: Path) -> tuple[Path, ...]:
    """The folders that have to be made for `folder` to be there, from the outermost."""
    absent = [path for path in (folder, *folder.parents) if not os.path.lexists(path)]
    return tuple(reversed(absent))


def reason(error: OSError) -> str:
    """Why the system refused, in words that can end a message."""
    return (error.strerror or type(error).__name__).lower()


def not_written(shown: str, error: OSError) -> CannotRun:
    """The message about a file or folder that cannot be written."""
    return CannotRun(
        f"{shown} cannot be written: {reason(error)}", "check permissions and free space"
    )
