"""Hold a file or folder against other processes for as long as it is being changed."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportkit.cannot_run import CannotRun

LONGEST_WAIT = 60.0
"""Seconds to wait for another process at most; a process that writes takes a few."""

_PAUSE = 0.02
_CANNOT_LOCK = (errno.EBADF, errno.ENOLCK, errno.ENOTSUP, errno.EINVAL)


@contextmanager
def held(path: Path, flags: int, shown: str) -> Iterator[bool]:
    """Open `path` with `flags` and hold it alone; False where the file system cannot lock it.

    Waits for another process up to LONGEST_WAIT, then raises CannotRun. The system lets go of
    what a dead process held. Raises OSError if the file cannot be opened.
    """
    descriptor = os.open(path, flags | os.O_CLOEXEC | os.O_NOFOLLOW, 0o666)
    try:
        yield _acquired(descriptor, shown)
    finally:
        os.close(descriptor)


def _acquired(descriptor: int, shown: str) -> bool:
    deadline = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise CannotRun(
                    f"another reportkit has been writing to {shown} for a minute",
                    "wait for it, or end it",
                ) from None
            time.sleep(_PAUSE)
        except OSError as error:
            if error.errno in _CANNOT_LOCK:
                return False
            raise
        else:
            return True
