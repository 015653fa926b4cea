"""What a rule yields: something wrong, at a place named by file and route."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportkit.findings.place import At

__all__ = ["At", "Fix", "Issue", "SetKeys", "at", "at_key"]


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe change: new text for the place of the issue, as YAML source."""

    replacement: str


@dataclass(frozen=True, slots=True)
class SetKeys:
    """A safe change: top-level keys of the file set to plain data, the rest left as it is."""

    values: Mapping[str, Any]
    order: tuple[str, ...]
    """Keys in their usual order, which says where one that is new comes."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault: where, what was found, and what to do."""

    at: At
    message: str
    hint: str | None = None
    related: tuple[tuple[At, str], ...] = ()
    fix: Fix | SetKeys | None = None


def at(key: str, *route: str | int) -> At:
    """The value a route leads to."""
    return At(key, route)


def at_key(key: str, *route: str | int) -> At:
    """The key itself, for what concerns the whole of its value."""
    return At(key, route, target="key")
