"""The Draft: what goes into which field of which file, and from where in the old report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportkit.findings.place import Route
from reportkit.legacy.old_report import Remark, Where
from reportkit.model.codes import CodeSystem


@dataclass(frozen=True, slots=True)
class Placed:
    """A value of a file and the place of the old report it was taken from."""

    file: str
    """Key of the file: `report`, `input`, or a section's id."""
    route: Route
    where: Where


@dataclass(frozen=True, slots=True)
class Draft:
    """The files of one publication as plain data, with where each part comes from."""

    code: str
    code_system: CodeSystem
    files: dict[str, dict[str, Any]]
    """Key of the file to its data, in the order in which it is written."""
    placed: tuple[Placed, ...]
    remarks: tuple[Remark, ...]
