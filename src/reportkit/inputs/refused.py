"""One row that an importer does not take, and why: line in, reason out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """A row left out; the rest of the file is still read."""

    line: int
    """Line of the file on which the row starts, from 1."""
    reason: str
    code: str | None = None
    """The procedure code of the row, where it could be read."""
