"""One row that an importer does not take, and why: line in, reason out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """A row left out; the rest of the file is still read."""

    line: int
    """Line of the file on which the row starts, from 1."""
    reason: str
    codes: tuple[str, ...] = ()
    """The codes that the row is about, or its locality, where they could be read."""
    ends_file: bool = False
    """Whether it is the last row and has no line break: where a download broke off."""
