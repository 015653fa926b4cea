"""The Tree: a YAML file as nodes, each with the span it was written at."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import Literal

from reportkit.findings.place import Route, Span
from reportkit.source.problem import Problem


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed file; `root` is None when the text is not YAML at all."""

    root: Node | None
    problems: tuple[Problem, ...]
    doubtful: tuple[Route, ...] = ()
    """Where a value stands that is not written out: an alias, a tag, a merge of mappings."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, with its text after YAML's quoting and folding is undone."""

    text: str
    style: Literal["plain", "single", "double", "literal", "folded"]
    span: Span


@dataclass(slots=True)
class Mapping:
    """Keys and values in the order written; of a repeated key the first counts."""

    span: Span
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)


@dataclass(slots=True)
class Sequence:
    """Items in order."""

    span: Span
    items: list[Node] = field(default_factory=list)


Node = Scalar | Mapping | Sequence


def routes_to(root: Node, wanted: Container[int], begun: Route = ()) -> Iterator[Route]:
    """The routes of the nodes whose identities (`id`) are wanted."""
    if id(root) in wanted:
        yield begun
    match root:
        case Mapping(values=values):
            for key, node in values.items():
                yield from routes_to(node, wanted, (*begun, key))
        case Sequence(items=items):
            for index, node in enumerate(items):
                yield from routes_to(node, wanted, (*begun, index))


def node_at(root: Node, route: Route) -> Node | None:
    """The node a route leads to, or None."""
    node: Node | None = root
    for part in route:
        match node, part:
            case Mapping(values=values), str():
                node = values.get(part)
            case Sequence(items=items), int() if 0 <= part < len(items):
                node = items[part]
            case _:
                return None
    return node


def key_at(root: Node, route: Route) -> Scalar | None:
    """The key under which a route's last step is written, or None."""
    parent = node_at(root, route[:-1]) if route else None
    return parent.keys.get(str(route[-1])) if isinstance(parent, Mapping) else None


def nearest(root: Node, route: Route) -> Node:
    """The node of the longest part of the route that exists; at least the root."""
    for length in range(len(route), 0, -1):
        node = node_at(root, route[:length])
        if node is not None:
            return node
    return root


def last_sign(node: Node, text: str) -> int:
    """Where the last sign of a node ends in its text; the span of a block runs on to the next."""
    match node:
        case Mapping(keys=keys, values=values) if values and text[node.span.start] != "{":
            ends = [last_sign(value, text) for value in values.values()]
            return max(*(key.span.end for key in keys.values()), *ends)
        case Sequence(items=items) if items and text[node.span.start] != "[":
            return max(last_sign(item, text) for item in items)
        case _:
            return node.span.start + len(text[node.span.start : node.span.end].rstrip())
