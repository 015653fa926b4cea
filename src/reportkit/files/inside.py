"""Turn a path in a project into the place it leads to, unless that lies outside the project."""

from __future__ import annotations

import os
from pathlib import Path

from reportkit.cannot_run import CannotRun


def inside(root: Path, path: str) -> Path:
    """Where a path from the project folder leads to, with every link on the way followed.

    Raises CannotRun if that is not below the project folder.
    """
    place = leads_to(root, path)
    if place is None:
        raise CannotRun(
            f"{path} is a link that leads out of the project", "put the file or folder itself there"
        )
    return place


def leads_to(root: Path, path: str) -> Path | None:
    """Where a path from the project folder leads to; None if that is outside the project."""
    top = os.path.realpath(root)
    place = os.path.realpath(Path(top, path))
    return Path(place) if Path(place).is_relative_to(top) else None
