"""List the changes of a publication's fields: numbers, days, yes and no, and values of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from reportkit.challenge.change import Change, Kind
from reportkit.challenge.swaps import another_code
from reportkit.findings.place import Route
from reportkit.model.input import ProvidedInput
from reportkit.model.sections import AUTHORED
from reportkit.source.tree import Scalar, node_at
from reportkit.workspace.publication import Publication

_LEFT_OUT = frozenset(
    {"reportkit", "input_sha256", "sha256", "looked_up", "provenance", "missing", "notes",
     "sources", "revisions", "version", "id", "release", "file", "since", "as_of",
     "status", "next_review"}
)  # fmt: skip
"""Fields that say nothing of the code: identifiers, hashes, what is decided of the document."""
_OF_PATIENT = frozenset({"age", "sex"})
"""Fields of the made-up patient: only the words of the case or the code can contradict them."""
_ROWS = 2
"""Of a list of data so many rows are changed; the others are of the same form."""
_DATED = re.compile(r"\d{4}-\d\d-\d\d")


def field_changes(publication: Publication) -> Iterator[Change]:
    """Each field of the sections and the report changed, and of the data the first rows."""
    for key in ("report", *AUTHORED):
        model = publication.model_of(key)
        if model is not None:
            yield from _of_model(publication, "field values", key, model, ())
    yield from _of_model(publication, "data", "input", publication.input, ())


def _of_model(
    publication: Publication, kind: Kind, key: str, model: BaseModel, route: Route
) -> Iterator[Change]:
    for name, field in type(model).model_fields.items():
        if name in _LEFT_OUT:
            continue
        way = (*route, name)
        own: Kind = "case" if name in _OF_PATIENT and "vignette" in way else kind
        yield from _of_value(publication, own, key, getattr(model, name), way, field.annotation)


def _of_value(
    publication: Publication, kind: Kind, key: str, value: object, route: Route, annotation: Any
) -> Iterator[Change]:
    match value:
        case BaseModel():
            yield from _of_model(publication, kind, key, value, route)
        case tuple():
            shown = value[:_ROWS] if isinstance(publication.model_of(key), ProvidedInput) else value
            for index, item in enumerate(shown):
                yield from _of_value(publication, kind, key, item, (*route, index), None)
        case _:
            node = node_at(publication.files[key].tree.root, route)  # type: ignore[arg-type]
            new = _other(node, annotation) if isinstance(node, Scalar) else None
            if new is not None and isinstance(node, Scalar):
                yield Change(kind, key, route, node.span, new)


def _other(node: Scalar, annotation: Any) -> str | None:
    """Another value in the place of one, as it is written; None for prose and names."""
    text = node.text
    choices = _choices(annotation)
    if text in choices:
        return next(choice for choice in choices if choice != text)
    if text in ("true", "false"):
        return "false" if text == "true" else "true"
    if not re.fullmatch(r"[\dA-Z][\dA-Z.-]*\d|\d+", text):
        return None
    if _DATED.fullmatch(text):
        return f"{int(text[:4]) + 1}{text[4:]}"
    return f'"{another_code(text)}"' if node.style in ("single", "double") else another_code(text)


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(choice for choice in get_args(annotation) if isinstance(choice, str))
    return tuple(choice for part in get_args(annotation) for choice in _choices(part))
