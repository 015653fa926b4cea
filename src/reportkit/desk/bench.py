"""Say what is worked on: a project, the publications of it, and how they are checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reportkit.check.engine import Check


@dataclass(frozen=True, slots=True)
class Bench:
    """What is served, and to whom."""

    root: Path
    codes: Callable[[], tuple[str, ...]]
    """The publications that are served, as the project has them now."""
    check: Check
    """Can be sent to another process."""
