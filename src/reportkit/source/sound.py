"""Read what is sound of data that a model refuses: all but the fields that are at fault.

A stand-in takes the place of each faulty value, so that the model itself judges all the rest;
then the field is taken out of its record again, and who asks for it is told by Withheld. A number
where text is due is read as the text that was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from reportkit.findings.place import Route
from reportkit.model.base import Prose, Record
from reportkit.source.annotations import annotation_at, field_route, members
from reportkit.source.problem import Problem
from reportkit.source.tree import Node, Scalar, node_at
from reportkit.source.values import plain

M = TypeVar("M", bound=BaseModel)

Withholding = Mapping[Route, Record]
"""Route of each field that cannot be had, to the record that lacks it."""


def sound_part(
    model: type[M], root: Node, problems: Iterable[Problem], doubtful: Iterable[Route]
) -> tuple[M | None, Withholding]:
    """The model without the fields that problems name or doubtful routes lead to, and what it
    lacks; None if nothing is left: the file itself is at fault.
    """
    withheld = {field_route(model, route) for route in doubtful}
    unknown = {route for route in withheld if annotation_at(model, route) is None}
    left_out = set(unknown)
    data = plain(root)
    faulty = list(withheld - unknown)
    for problem in problems:
        node = node_at(root, problem.route)
        match problem.rule:
            case "unknown-key":
                left_out.add(problem.route)
                if problem.replacement:
                    faulty.append((*problem.route[:-1], problem.replacement))
            case "number-for-text" if isinstance(node, Scalar):
                data = _with(data, problem.route, node.text)
            case _:
                faulty.append(field_route(model, problem.route))
    data = _without(data, left_out)
    if () in faulty:
        return None, {}
    outermost = list(_outermost(faulty))
    for route in outermost:
        data = _with(data, route, _stand_in(annotation_at(model, route)))
    try:
        read = model.model_validate(data)
    except ValidationError:
        return None, {}
    return read, {route: _take_out(read, route) for route in outermost}


def _outermost(routes: Iterable[Route]) -> Iterator[Route]:
    """The routes that do not lead into what another withholds."""
    known = set(routes)
    for route in sorted(known, key=len):
        if not any(route[:length] in known for length in range(1, len(route))):
            yield route


def _with(data: Any, route: Route, value: Any) -> Any:
    """Plain data with another value at a route."""
    if not route:
        return value
    step, rest = route[0], route[1:]
    if isinstance(data, dict):
        return {**data, step: _with(data.get(step), rest, value)}
    index = int(step)
    return (*data[:index], _with(data[index], rest, value), *data[index + 1 :])


def _without(data: Any, routes: Iterable[Route]) -> Any:
    """Plain data without the keys that routes lead to, all taken out in one walk."""
    below: dict[str | int, list[Route]] = {}
    for step, *rest in routes:
        below.setdefault(step, []).append(tuple(rest))
    if not below:
        return data
    if isinstance(data, dict):
        return {
            key: _without(value, below.get(key, ()))
            for key, value in data.items()
            if () not in below.get(key, ())
        }
    return tuple(_without(value, below.get(index, ())) for index, value in enumerate(data))


_ANY: dict[Any, Any] = {
    str: "",
    Prose: "",
    Decimal: Decimal(0),
    int: 0,
    bool: False,
    date: date.min,
    datetime: datetime.min.replace(tzinfo=UTC),
}


def _stand_in(annotation: Any) -> Any:
    """Some plain data that a type allows."""
    if type(None) in members(annotation):
        return None
    annotation = members(annotation)[0]
    arguments = get_args(annotation)
    match get_origin(annotation):
        case origin if origin is Annotated:
            return _stand_in(arguments[0])
        case origin if origin is Literal:
            return arguments[0]
        case origin if origin in (tuple, dict):
            return origin()
    if annotation in _ANY:
        return _ANY[annotation]
    fields = annotation.model_fields.items()
    return {name: _stand_in(field.annotation) for name, field in fields if field.is_required()}


def _take_out(read: Any, route: Route) -> Record:
    """Take a field out of the record that holds it, and give the record."""
    holder = read
    for step in route[:-1]:
        match holder, step:
            case (tuple(), int()) | (dict(), str()):
                holder = holder[step]
            case _:
                holder = getattr(holder, str(step))
    del vars(holder)[str(route[-1])]
    holder.model_fields_set.discard(str(route[-1]))
    record: Record = holder
    return record
