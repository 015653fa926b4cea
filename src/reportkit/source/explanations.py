"""Read what each key of a model means from the text below it in the model's source."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from pydantic import BaseModel


@cache
def explanations(model: type[BaseModel]) -> Mapping[str, str]:
    """Key of a model to what it means, on one line; a key that nobody explained is absent."""
    return {
        key: text
        for base in reversed(model.__mro__[:-1])
        if base is not BaseModel and issubclass(base, BaseModel)
        for key, text in _docstrings(base)
    }


def models_within(model: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """A model and all that its fields are made of, each once, in reading order."""
    return tuple(_collected(model, {}))


def _collected(
    model: type[BaseModel], seen: dict[type[BaseModel], None]
) -> dict[type[BaseModel], None]:
    seen[model] = None
    for field in model.model_fields.values():
        for part in _parts(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel) and part not in seen:
                _collected(part, seen)
    return seen


def _parts(annotation: object) -> Iterator[object]:
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
