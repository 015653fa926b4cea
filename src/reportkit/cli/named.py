"""Read a file that the user named, or say in one message why it cannot be read."""

from __future__ import annotations

import errno
from pathlib import Path

from reportkit.cannot_run import CannotRun
from reportkit.files.disk import reason
from reportkit.files.reading import read_regular


def read_named(path: Path, most: int, larger: str) -> bytes:
    """The bytes of a file of at most `most` bytes; raises CannotRun.

    `larger` is what to do with a larger file.
    """
    try:
        content = read_regular(path, most)
    except OSError as error:
        hint = larger if error.errno == errno.EFBIG else "check the file and its permissions"
        raise CannotRun(f"{path.name or path} cannot be read: {reason(error)}", hint) from error
    if content is None:
        raise CannotRun(f"{path} does not exist", "check the name of the file")
    return content
