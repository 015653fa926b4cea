"""Narrow the schema of a file to the modifiers, payers, sites and sources of one publication."""

from __future__ import annotations

from typing import Any, Final

from reportkit.editor.values import VALUES, Known, modifiers, payers, sites, sources, values_of
from reportkit.findings.place import Route
from reportkit.model.files import MODELS
from reportkit.source.annotations import record_at
from reportkit.source.editor_schema import editor_schema

BOUND: Final = frozenset({modifiers, payers, sites, sources})
"""The kinds of values of which no other than the provided may stand in a file."""


def narrowed_schema(known: Known, key: str) -> dict[str, Any]:
    """The JSON Schema of a file of a publication.

    Where nothing of a kind was provided, the form of the file alone counts: what stands there is a
    finding, and an editor has nothing to offer.
    """
    schema = editor_schema(MODELS[key])
    for (file, path), listed in VALUES.items():
        if file == key and listed in BOUND:
            allowed = [value.text for value in values_of(listed, known)]
            if allowed:
                _allow(schema, key, path, allowed)
    return schema


def _allow(schema: dict[str, Any], key: str, path: str, allowed: list[str]) -> None:
    """Let the values of a field be no others than those that are allowed."""
    *within, field = path.split(".")
    record = record_at(MODELS[key], _route(key, within))
    assert record is not None  # noqa: S101 -- the table names fields of records
    properties = schema["definitions"][record.__name__]["properties"]
    value = properties[field]
    inner = value["items"] if value.get("type") == "array" else value
    inner["enum"] = allowed


def _route(key: str, path: list[str]) -> Route:
    """A route that a path of keys stands for: into the first row of lists and of names."""
    route: Route = ()
    for step in path:
        if step != "*":
            route = (*route, step)
            first: Route = (*route, 0)
            route = first if record_at(MODELS[key], first) else route
    return route
