"""A place in a publication in, the same place in the edition before out."""

from __future__ import annotations

from pydantic import BaseModel

from reportkit.compare.rows import match_rows
from reportkit.findings.place import Route
from reportkit.model.dataset_kind import Fields
from reportkit.model.rows import fields_of
from reportkit.workspace.publication import Publication


def earlier_route(publication: Publication, key: str, route: Route) -> Route | None:
    """Where a value stood in the edition before; None if it was not there.

    Rows are matched by what identifies them, so that a moved row is found again.
    """
    if publication.previous is None:
        return None
    new: object = publication.model_of(key)
    old: object = publication.previous.model_of(key)
    steps: list[str | int] = []
    for part in route:
        step = _row(old, new, part, fields_of(key, tuple(steps))) if isinstance(part, int) else part
        if step is None:
            return None
        old, new = _value(old, step), _value(new, part)
        if old is None:
            return None
        steps.append(step)
    return tuple(steps)


def _row(old: object, new: object, index: int, fields: Fields | None) -> int | None:
    if not isinstance(old, tuple) or not isinstance(new, tuple):
        return None
    return next((i for i, j in match_rows(old, new, fields) if j == index), None)


def _value(value: object, part: str | int) -> object:
    match value, part:
        case BaseModel(), str():
            return getattr(value, part, None)
        case dict(), str():
            return value.get(part)
        case tuple(), int() if part < len(value):
            return value[part]
        case _:
            return None
