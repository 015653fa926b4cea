"""A finding: one rule broken at one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportkit.findings.edit import Edit
from reportkit.findings.place import Place

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains the finding, with a label saying how."""

    place: Place
    label: str


@dataclass(frozen=True, slots=True)
class Waived:
    """Why a finding is accepted for now, by whom and until when."""

    reason: str
    owner: str
    expiry: date


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, how grave, and what to do about it."""

    rule: str
    severity: Severity
    publication: str
    """Code of the publication; empty for a finding about the project."""
    section: str
    """Key of the file it is in: `input`, `report`, `summary` …"""
    place: Place
    message: str
    hint: str | None
    related: tuple[Related, ...]
    edits: tuple[Edit, ...]
    """The change that puts it right; nothing where none is safe."""
    fingerprint: str
    """Stays the same when lines shift: made of rule, file, route, text and ordinal."""
    likely: tuple[Edit, ...] = ()
    """The change that may be meant, where none is safe."""
    waived: Waived | None = None
    known: bool = False
    """True if the baseline in force has it."""

    @property
    def open(self) -> bool:
        """True unless waived or known from the baseline."""
        return self.waived is None and not self.known
