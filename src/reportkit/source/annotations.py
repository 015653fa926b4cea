"""Follow a route through the types of a model to the record or field it leads to."""

from __future__ import annotations

from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from reportkit.findings.place import Route


def keys_allowed(model: type[BaseModel], route: Route) -> list[str]:
    """The keys of the record a route leads to; none if it leads to no record."""
    record = record_at(model, route)
    return list(record.model_fields) if record else []


def record_at(model: type[BaseModel], route: Route) -> type[BaseModel] | None:
    """The model of the record a route leads to; None if it leads to no record."""
    return _record(annotation_at(model, route))


def annotation_at(model: type[BaseModel], route: Route) -> Any:
    """The type of the value a route leads to, or None."""
    annotation: Any = model
    for part in route:
        annotation = _inside(annotation, part)
    return annotation


def field_route(model: type[BaseModel], route: Route) -> Route:
    """The part of a route that leads to a field of a record: to a list, not to its item."""
    annotation: Any = model
    length = 0
    for index, part in enumerate(route, start=1):
        if _record(annotation) is not None:
            length = index
        annotation = _inside(annotation, part)
    return route[:length]


def _inside(annotation: Any, part: str | int) -> Any:
    """The annotation one step further in: of a field, or of the items of a list or mapping."""
    record = _record(annotation)
    if record is not None:
        field = record.model_fields.get(str(part))
        return field.annotation if field else None
    for member in members(annotation):
        arguments = get_args(member)
        if get_origin(member) is dict:
            return arguments[1]
        if get_origin(member) is tuple:
            return arguments[0]
    return None


def members(annotation: Any) -> tuple[Any, ...]:
    """What a union allows; a type that is none allows itself."""
    is_union = get_origin(annotation) in (Union, UnionType)
    return get_args(annotation) if is_union else (annotation,)


def _record(annotation: Any) -> type[BaseModel] | None:
    """The record an annotation allows, by itself or in a union."""
    for member in members(annotation):
        if isinstance(member, type) and issubclass(member, BaseModel):
            return member
    return None
