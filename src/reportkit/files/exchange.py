"""Let two folders change places in one step, where the system has such a step."""

from __future__ import annotations

import errno
import os
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux, man page renameat2(2)."""

_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)
"""What an older system, or a file system without the step, answers."""


def exchange(one: Path, other: Path) -> bool:
    """Let what stands under two names change places; False where the system cannot do that.

    Raises OSError if it can and refuses.
    """
    import ctypes  # a check writes files and lets no folders change places

    function = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if function is None:
        return False
    names = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other))
    if function(*names, _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(other))
