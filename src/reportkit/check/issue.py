"""What a rule yields: something wrong, at a place named by file and route."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportkit.findings.place import At, Route

__all__ = ["At", "Fix", "Issue", "Order", "SetKeys", "at", "at_key"]


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe change: new text for the place of the issue, as YAML source."""

    replacement: str


@dataclass(frozen=True, slots=True)
class SetKeys:
    """A safe change: top-level keys of a file set to plain data, the rest left as it is."""

    values: Mapping[str, Any]
    order: tuple[str, ...]
    """Keys in their usual order, which says where one that is new comes."""
    key: str | None = None
    """Key of the file; None is the one that the issue is in."""


@dataclass(frozen=True, slots=True)
class Order:
    """A safe change: the rows of a list put into another order, each as it is written."""

    route: Route
    """The way to the list, in the file that the issue is in."""
    rows: tuple[int, ...]
    """The numbers that the rows have now, in the order to come."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault: where, what was found, and what to do."""

    at: At
    message: str
    hint: str | None = None
    related: tuple[tuple[At, str], ...] = ()
    fix: Fix | SetKeys | Order | None = None
    likely: Fix | None = None
    """A change that may be meant, where none is safe; a person has to look at it."""


def at(key: str, *route: str | int) -> At:
    """The value a route leads to."""
    return At(key, route)


def at_key(key: str, *route: str | int) -> At:
    """The key itself, for what concerns the whole of its value."""
    return At(key, route, target="key")
