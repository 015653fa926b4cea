"""A model's refusal in, problems out: pydantic's errors in the author's words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reportkit.findings.place import Route, Span, route_text
from reportkit.source.problem import Problem
from reportkit.source.tree import Node, Scalar, key_at, nearest, node_at

_EXPECTED = {
    "tuple_type": "a list",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "decimal_type": "a number",
    "is_instance_of": "a number",
    "string_type": "text",
    "date_text": "a date as YYYY-MM-DD",
    "date_type": "a date as YYYY-MM-DD",
    "moment_text": "a time with its zone, as 2026-01-31T09:30:00+00:00",
    "datetime_type": "a time with its zone, as 2026-01-31T09:30:00+00:00",
}


def shape_problems(
    error: ValidationError, model: type[BaseModel], root: Node, source: str
) -> Iterator[Problem]:
    """One problem for each thing the model refused, at the place it was written."""
    for details in error.errors(include_url=False, include_context=True):
        yield _problem(details, model, root, source)


def _problem(details: ErrorDetails, model: type[BaseModel], root: Node, source: str) -> Problem:
    route: Route = details["loc"]
    match details["type"]:
        case "missing":
            return _missing(route, root)
        case "extra_forbidden":
            return _unknown_key(route, model, root)
        case "literal_error":
            return _unknown_value(route, details, root)
        case "string_type" if type(details["input"]).__name__ in {"int", "Decimal"}:
            return _number_for_text(route, root, source)
        case kind:
            return _wrong_type(route, _EXPECTED.get(kind, details["msg"].lower()), root)


def _missing(route: Route, root: Node) -> Problem:
    parent = nearest(root, route[:-1])
    anchor = key_at(root, route[:-1])
    start = anchor.span if anchor else Span(parent.span.start, parent.span.start + 1)
    hint = f"add `{route[-1]}:`; write `null` where the data was not provided"
    return Problem("missing-key", start, f"`{route_text(route)}` is missing", hint, route)


def _unknown_key(route: Route, model: type[BaseModel], root: Node) -> Problem:
    key = key_at(root, route)
    allowed = _keys_allowed(model, route[:-1])
    close = difflib.get_close_matches(str(route[-1]), allowed, n=1)
    hint = f"did you mean `{close[0]}`?" if close else f"allowed here: {', '.join(allowed)}"
    span = key.span if key else root.span
    return Problem("unknown-key", span, f"`{route[-1]}` is not a key that is known here", hint,
                   route, replacement=close[0] if close else None)  # fmt: skip


def _unknown_value(route: Route, details: ErrorDetails, root: Node) -> Problem:
    allowed = re.findall(r"'([^']*)'", details.get("ctx", {}).get("expected", ""))
    found = str(details["input"])
    close = difflib.get_close_matches(found, allowed, n=1)
    did = f"did you mean `{close[0]}`? " if close else ""
    return Problem("unknown-value", nearest(root, route).span,
                   f"`{found}` is not a value of `{route_text(route)}`",
                   f"{did}allowed: {', '.join(allowed)}", route)  # fmt: skip


def _number_for_text(route: Route, root: Node, source: str) -> Problem:
    node = nearest(root, route)
    raw = source[node.span.start : node.span.end]
    return Problem("number-for-text", node.span,
                   f"`{route_text(route)}` is written as the number {raw}; codes are text",
                   f'write "{raw}" in quotes', route, replacement=f'"{raw}"')  # fmt: skip


def _wrong_type(route: Route, expected: str, root: Node) -> Problem:
    node = node_at(root, route)
    empty = isinstance(node, Scalar) and node.style == "plain" and node.text in ("", "null", "~")
    key = key_at(root, route)
    found = "is empty" if empty else f"is {_describe(node)}"
    span = key.span if empty and key else nearest(root, route).span
    name = route_text(route) or "the file"
    return Problem("wrong-type", span, f"`{name}` {found}; expected {expected}",
                   f"write {expected}", route)  # fmt: skip


def _describe(node: Node | None) -> str:
    if isinstance(node, Scalar):
        text = node.text if len(node.text) <= 40 else node.text[:37] + "..."
        return f"`{text}`"
    return "a list" if type(node).__name__ == "Sequence" else "a mapping"


def _keys_allowed(model: type[BaseModel], route: Route) -> list[str]:
    """The keys of the record a route leads to, read off the models' annotations."""
    current: type[BaseModel] | None = model
    for part in route:
        if isinstance(part, str) and current is not None and part in current.model_fields:
            current = _record_in(current.model_fields[part].annotation)
    return list(current.model_fields) if current else []


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_record_in(inner) for inner in get_args(annotation))
    return next((record for record in found if record is not None), None)
