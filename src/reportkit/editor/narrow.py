"""Narrow the schema of a file to what one publication provides."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from reportkit.editor.leading import references_offered
from reportkit.editor.values import (
    NAMES,
    VALUES,
    Known,
    modifiers,
    payers,
    sites,
    sources,
    values_of,
)
from reportkit.findings.place import Route
from reportkit.model.base import Prose, Unavailable
from reportkit.model.files import MODELS, place_of
from reportkit.model.paths import values_at
from reportkit.model.rows import fields_of
from reportkit.source.annotations import members, record_at
from reportkit.source.editor_schema import editor_schema
from reportkit.source.explanations import models_within

FOLDER: Final = "build/schemas"
"""Where schemas are written, from the project folder."""
BOUND: Final = frozenset({modifiers, payers, sites, sources})
"""The kinds of values of which no other than the provided may stand in a file."""
IN_PROSE: Final = "Offered in prose"


def schemas_of(known: Known) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """For each file of a publication: the path of its schema, its own, and the schema."""
    code = known.publication.code
    for key in MODELS:
        if place_of(key, code) != place_of(key, ""):
            path = f"{FOLDER}/{code}/{key}.schema.json"
            yield path, place_of(key, code), narrowed_schema(known, key)


def schema_text(schema: Mapping[str, Any]) -> bytes:
    """A schema as it is written to a file."""
    return f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n".encode()


def narrowed_schema(known: Known, key: str) -> dict[str, Any]:
    """The JSON Schema of a file of a publication.

    Where nothing of a kind was provided, the form of the file alone counts: what stands there is a
    finding, and an editor has nothing to offer. What the rules judge, and not the form, is offered
    and refuses nothing.
    """
    schema = editor_schema(MODELS[key])
    for (file, path), listed in VALUES.items():
        offered = [value.text for value in values_of(listed, known)] if file == key else []
        if offered:
            *within, field = path.split(".")
            value = _properties(schema, key, within)[field]
            if listed in BOUND:
                _offer(value, "enum", offered)
            else:
                taken = _taken(known, key, path)
                _offer(value, "examples", [text for text in offered if text not in taken])
    for (file, path), listed in NAMES.items():
        if file == key:
            named = _properties(schema, key, [])[path]
            inner = named["additionalProperties"]
            named["properties"] = {name.text: inner for name in values_of(listed, known)}
    _offer_in_prose(schema, key, [*references_offered(known.publication)])
    return schema


def _offer(value: dict[str, Any], keyword: str, offered: list[str]) -> None:
    """Have an editor offer values for a field, or for the items of a list; the form's go first."""
    inner = value["items"] if value.get("type") == "array" else value
    if "enum" not in inner:
        inner[keyword] = offered


def _taken(known: Known, key: str, path: str) -> frozenset[object]:
    """What the rows of a list have in a field that tells them apart."""
    loaded = known.publication.files.get(key)
    *rows, field = path.split(".")
    if loaded is None or fields_of(key, tuple(rows)) != (field,):
        return frozenset()
    try:
        return frozenset(value for _, value in values_at(known.publication.model(key), path))
    except Unavailable:
        return frozenset()


def _offer_in_prose(schema: dict[str, Any], key: str, offered: list[str]) -> None:
    """Have an editor offer references wherever prose stands; the list of them is kept once.

    What is known to be text is put in quotes where it begins with a brace.
    """
    schema["definitions"][IN_PROSE] = {"type": "string", "examples": offered}
    root = MODELS[key]
    for model in models_within(root):
        part = schema if model is root else schema["definitions"][model.__name__]
        for name, field in model.model_fields.items():
            if Prose in members(field.annotation):
                _text_of(part["properties"][name])["allOf"] = [
                    {"$ref": f"#/definitions/{IN_PROSE}"}
                ]


def _text_of(value: dict[str, Any]) -> dict[str, Any]:
    """What the schema of a field says of a text, beside what else may stand there."""
    choices: list[dict[str, Any]] = value.get("anyOf", [value])
    return next(choice for choice in choices if choice.get("type") == "string")


def _properties(schema: dict[str, Any], key: str, path: list[str]) -> dict[str, Any]:
    """The properties of the record that a path of keys leads to."""
    if not path:
        return dict(schema["properties"])
    record = record_at(MODELS[key], _route(key, path))
    assert record is not None  # noqa: S101 -- the table names fields of records
    return dict(schema["definitions"][record.__name__]["properties"])


def _route(key: str, path: list[str]) -> Route:
    """A route that a path of keys stands for: into the first row of lists and of names."""
    route: Route = ()
    for step in path:
        if step != "*":
            route = (*route, step)
            first: Route = (*route, 0)
            route = first if record_at(MODELS[key], first) else route
    return route
