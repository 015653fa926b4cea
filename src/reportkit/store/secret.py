"""Give the secret of the user, by which reportkit knows again what it wrote itself."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

from reportkit.cannot_run import CannotRun
from reportkit.files import disk
from reportkit.files.whole import write_private

_LENGTH = 32
"""Bytes."""


def secret(root: Path) -> bytes | None:
    """The user's secret, made when it is first asked for; None where none can be kept.

    It stands in the user's folder for state (XDG_STATE_HOME). One that lies in the project at
    `root`, is not the user's own or is open to others is none.
    """
    try:
        place = _folder() / "reportkit" / "secret"
        if Path(os.path.realpath(place)).is_relative_to(os.path.realpath(root)):
            return None
        return _read(place) or _made(place)
    except (OSError, RuntimeError, CannotRun):
        return None


def _folder() -> Path:
    named = Path(os.environ.get("XDG_STATE_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".local" / "state"


def _read(place: Path) -> bytes | None:
    try:
        descriptor = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    with os.fdopen(descriptor, "rb") as stream:
        state = os.fstat(descriptor)
        own = stat.S_ISREG(state.st_mode) and state.st_uid == os.geteuid()
        content = stream.read(_LENGTH + 1)
    if not own or state.st_mode & 0o077 or len(content) != _LENGTH:
        raise CannotRun(f"{place} is no secret", "delete it")
    return content


def _made(place: Path) -> bytes:
    content = secrets.token_bytes(_LENGTH)
    disk.make_folders(place.parent)
    write_private(place, content)
    return content
