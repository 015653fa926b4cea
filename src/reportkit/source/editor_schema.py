"""Model in, JSON Schema out: what an editor completes a file and explains its keys with.

The schema says what the form of a file is, as the reader of the file does; rules say more.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from reportkit.model.base import Record

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The draft that language servers for YAML understand."""


def editor_schema(model: type[Record]) -> dict[str, Any]:
    """The JSON Schema of a file, with the docstrings of its model as explanations."""
    schema = model.model_json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs", {})
    explained = {each.__name__: dict(_docstrings(each)) for each in _models(model, set())}
    for name, part in ((model.__name__, schema), *definitions.items()):
        for key, value in part.get("properties", {}).items():
            value.pop("title", None)
            if key in explained.get(name, {}):
                value["description"] = explained[name][key]
    return {"$schema": DIALECT, **schema, "definitions": definitions}


def _models(model: type[BaseModel], seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """A model and all that its fields are made of."""
    seen.add(model)
    for field in model.model_fields.values():
        for part in _parts(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel) and part not in seen:
                _models(part, seen)
    return seen


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _parts(inner)


def _docstrings(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """The text below each field of a class."""
    (definition,) = ast.parse(inspect.getsource(model)).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    for field, below in pairwise(body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, " ".join(text.split())
