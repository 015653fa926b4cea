"""Say what a figure is that an author typed into prose, and what its sentence stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Basis = Literal["bound", "cited", "accepted"]


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A figure in a text; offsets count characters of the text without white space around it."""

    start: int
    end: int
    basis: Basis | None
    """Whether its sentence is held to the data, cites a source or was accepted; None if neither."""
    what: str = ""
    """The field of the input that it is held to, or the id of the source."""


TypedFigures = Mapping[str, tuple[TypedFigure, ...]]
"""Text, without white space around it, to its figures in order."""
