"""Say who decides, on which publication, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from reportkit.cannot_run import CannotRun
from reportkit.model.person_names import names_nobody
from reportkit.model.signoff import Role


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A person in a role."""

    name: str
    """As printed, with single blanks."""
    role: Role


@dataclass(frozen=True, slots=True)
class Sitting:
    """A person at a publication, at one time."""

    root: Path
    """The project folder."""
    code: str
    reviewer: Reviewer
    when: datetime
    """The second of it, as it is recorded."""
    today: date
    """The day that decides what has expired."""


def reviewer(name: str | None, role: Role | None) -> Reviewer:
    """Who decides; raises CannotRun without a name or a role."""
    if role is None or not (name or "").strip():
        raise CannotRun("a decision needs a name and a role", "give --by and --role")
    if names_nobody(name or ""):
        raise CannotRun(f"`{name}` is not the name of a person", "give your printed name")
    return Reviewer(" ".join((name or "").split()), role)
