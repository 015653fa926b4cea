"""Follow a way of names through the data to what stands there, or to why nothing does."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import get_origin

from pydantic import BaseModel

from reportkit.findings.meant import closest, meant
from reportkit.findings.place import Route, route_text
from reportkit.model.input import ProvidedInput
from reportkit.model.report import Report
from reportkit.source.annotations import annotation_at, keys_allowed, members
from reportkit.workspace.publication import Publication


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A way that leads nowhere, or to what cannot be printed, and why."""

    reason: str
    meant: tuple[str, str] | None = None
    """A name that stands nowhere, with the way to it, and the one that can only be meant."""
    close: tuple[str, str] | None = None
    """The same, and the one that is most like it."""


def misnamed(before: str, name: str, known: Collection[str], otherwise: str) -> Unresolved:
    """Why a name leads nowhere behind what stands before it, and which one may be meant.

    The hint is `otherwise` where no known name is like it.
    """
    close, right = closest(name, known), meant(name, known)
    hint = f"did you mean `{before}{close}`?" if close else otherwise
    return Unresolved(
        f"`{before}{name}` does not exist; {hint}",
        None if right is None else (f"{before}{name}", f"{before}{right}"),
        None if close is None else (f"{before}{name}", f"{before}{close}"),
    )


def root_of(names: tuple[str, ...], publication: Publication) -> BaseModel:
    """The file a way starts in; raises Unavailable if it is faulty."""
    return publication.input if names[0] == "input" else publication.report


def follow(root: BaseModel, names: tuple[str, ...]) -> object:
    """What stands at the end of a way; None where the last field is null.

    A name behind a list is looked up in each of its items, so that
    `input.ncci.pairs.column_2` is every code in column two.
    """
    value: object = root
    for index, name in enumerate(names[1:], start=1):
        if value is None:
            return Unresolved(f"`{route_text(names[:index])}` is null: it was not provided")
        value = _step(value, name, route_text(names[: index + 1]))
        if isinstance(value, Unresolved):
            return value
    return value


def nowhere(names: tuple[str, ...]) -> str | None:
    """Why a way leads nowhere in any publication; None if the form of the files has it."""
    model: type[BaseModel] = ProvidedInput if names[0] == "input" else Report
    route: Route = ()
    for index, name in enumerate(names[1:], start=1):
        known = keys_allowed(model, route)
        route = (*route, name)
        annotation = annotation_at(model, route)
        if annotation is None:
            before = f"{route_text(names[:index])}."
            return misnamed(before, name, known, _listed(known)).reason
        if any(get_origin(member) is tuple for member in members(annotation)):
            route = (*route, 0)
    return None


def _listed(known: Sequence[str]) -> str:
    return f"known here: {', '.join(known)}" if known else "no name is known here"


def _step(value: object, name: str, way: str) -> object:
    match value:
        case tuple():
            return _of_each(value, name, way)
        case BaseModel() if name in type(value).model_fields:
            return getattr(value, name)
        case BaseModel():
            known = list(type(value).model_fields)
            return misnamed(way.removesuffix(name), name, known, _listed(known))
        case Mapping() if name in value:
            return value[name]
        case _:
            return Unresolved(f"`{way}` does not exist")


def _of_each(items: tuple[object, ...], name: str, way: str) -> object:
    """What the items of a list have under a name, lists of lists as one."""
    values: list[object] = []
    for item in items:
        value = _step(item, name, way)
        if isinstance(value, Unresolved):
            return value
        values += value if isinstance(value, tuple) else [value]
    return tuple(values)
