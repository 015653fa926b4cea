"""Say what is worked on: a project, the publications of it, how they are checked, and by whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from reportkit.check.engine import Check
from reportkit.decide.sign import Seal
from reportkit.decide.sitting import Reviewer, Sitting


@dataclass(frozen=True, slots=True)
class Bench:
    """What is served, and to whom."""

    root: Path
    codes: Callable[[], tuple[str, ...]]
    """The publications that are served, as the project has them now."""
    check: Check
    """Can be sent to another process."""
    now: Callable[[], datetime]
    """The second of a decision."""
    today: Callable[[], date]
    """The day that decides what has expired."""
    reviewer: Reviewer | None = None
    """Who decides; None where publications are only looked at."""
    release: Callable[[str], str] | None = None
    """Releases a publication, and says what was released; raises CannotRun where it cannot be."""
    seal: Seal | None = None
    """Signs with the reviewer's own key; without, a signature is a name that was typed."""

    def sitting(self, code: str, reviewer: Reviewer) -> Sitting:
        """A person at a publication, now."""
        return Sitting(self.root, code, reviewer, self.now(), self.today())
