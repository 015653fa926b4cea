"""Offer what may be typed at a place of a file, from the publication's own data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType
from typing import Any, Final, Literal, get_args, get_origin

from reportkit.editor.leading import names_after
from reportkit.editor.typed import Typed, TypedKey, TypedReference, TypedValue, typed_at
from reportkit.editor.values import Known, keys_named, sources, values_allowed, values_of
from reportkit.findings.place import Route, Span
from reportkit.model.base import Prose
from reportkit.model.files import model_of
from reportkit.model.rows import fields_of
from reportkit.source import emit
from reportkit.source.annotations import annotation_at, keys_allowed, members, record_at
from reportkit.source.explanations import explanations
from reportkit.source.references import FILTERS
from reportkit.source.tree import Mapping as MappingNode
from reportkit.source.tree import Node, Scalar, Sequence, node_at


@dataclass(frozen=True, slots=True)
class Offer:
    """What an editor may put in the place of what is typed."""

    label: str
    insert: str
    meaning: str
    kind: Literal["key", "value", "reference"]
    span: Span
    quoted: bool = False
    """True where what is typed begins with a quote, so that what is inserted is looked for."""


def offers(known: Known, key: str, text: str, offset: int) -> tuple[Offer, ...]:
    """What may be typed at an offset of a file, which is `text` now."""
    typed = typed_at(text, offset)
    return tuple(_offers(known, key, typed)) if typed else ()


def _offers(known: Known, key: str, typed: Typed) -> Iterator[Offer]:
    match typed:
        case TypedKey():
            yield from _keys(known, key, typed)
        case TypedValue() if _holds_keys(key, typed.route):
            first = TypedKey(typed.route, typed.root, typed.span, colon=False)
            yield from _keys(known, key, first)
        case TypedValue():
            yield from _values(known, key, typed)
        case TypedReference() if _is_prose(key, typed.route):
            yield from _references(known, typed)


def _holds_keys(key: str, route: Route) -> bool:
    """Whether a mapping is to stand at a route, whose first key may be typed there."""
    annotation = annotation_at(model_of(key), route)
    named = any(get_origin(member) is dict for member in members(annotation))
    return named or record_at(model_of(key), route) is not None


def _keys(known: Known, key: str, typed: TypedKey) -> Iterator[Offer]:
    """The keys that a record does not have yet, or the names that a mapping may have."""
    mapping = node_at(typed.root, typed.route)
    there = mapping.values if isinstance(mapping, MappingNode) else {}
    colon = "" if typed.colon else ": "
    named = keys_named(known, key, typed.route)
    if named is not None:
        meanings = {name.text: name.meaning for name in named}
    else:
        meanings = _explained(key, typed.route)
    for name, meaning in meanings.items():
        if name not in there:
            yield Offer(name, f"{name}{colon}", meaning, "key", typed.span)


def _explained(key: str, route: Route) -> dict[str, str]:
    record = record_at(model_of(key), route)
    explained = explanations(record) if record else {}
    return {name: explained.get(name, "") for name in keys_allowed(model_of(key), route)}


def _values(known: Known, key: str, typed: TypedValue) -> Iterator[Offer]:
    """The values of the publication's own data, or those of the list that the form gives."""
    allowed = values_allowed(known, key, typed.route)
    annotation = annotation_at(model_of(key), typed.route)
    if allowed is not None:
        meanings = {value.text: value.meaning for value in allowed}
    else:
        meanings = dict.fromkeys(_choices(annotation), "")
    taken = _taken(key, typed.route, typed.root)
    for text, meaning in meanings.items():
        if text not in taken:
            written = text if text in _WORDS and bool in members(annotation) else emit.flow(text)
            yield Offer(text, written, meaning, "value", typed.span, bool(typed.quote))
    if NoneType in members(annotation) and not typed.quote and meanings:
        yield Offer("null", "null", "not provided", "value", typed.span)


_WORDS: Final = ("true", "false")


def _choices(annotation: Any) -> tuple[str, ...]:
    """The values that the form of the file lists; none if it takes any text."""
    if bool in members(annotation):
        return _WORDS
    listed = (value for member in members(annotation) for value in get_args(member))
    return tuple(value for value in listed if isinstance(value, str))


def _taken(key: str, route: Route, root: Node) -> frozenset[str]:
    """What other rows of the list have in this field, where it tells the rows apart.

    A modifier has a row in the table or among those left out, and not in both.
    """
    if isinstance(route[-1], int):
        return _texts(node_at(root, route[:-1]), None)
    if len(route) < 3 or fields_of(key, route[:-2]) != (route[-1],):
        return frozenset()
    lists = [route[:-2]]
    if key == "coding-specifications":
        lists = [("modifiers",), ("excluded_modifiers",)]
    rows = (_texts(node_at(root, way), str(route[-1])) for way in lists)
    return frozenset().union(*rows)


def _texts(rows: Node | None, field: str | None) -> frozenset[str]:
    """The single values of a list, or those of a field of its rows."""
    items = rows.items if isinstance(rows, Sequence) else []
    nodes = items if field is None else [node_at(item, (field,)) for item in items]
    return frozenset(node.text for node in nodes if isinstance(node, Scalar))


def _is_prose(key: str, route: Route) -> bool:
    return Prose in members(annotation_at(model_of(key), route))


def _references(known: Known, typed: TypedReference) -> Iterator[Offer]:
    match typed.kind:
        case "citation":
            named = {source.text: source.meaning for source in values_of(sources, known)}
        case "filter":
            named = dict.fromkeys(FILTERS, "")
        case "way":
            named = dict(names_after(known.publication, typed.before))
    for name, meaning in named.items():
        yield Offer(name, name, meaning, "reference", typed.span)
