"""Tell which key or single value of a file stands at an offset, and the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.findings.place import Route, Span
from reportkit.source.tree import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of a file: a key, or a single value."""

    route: Route
    scalar: Scalar
    is_key: bool


def spot_at(root: Node, offset: int) -> Spot | None:
    """What stands at an offset, its end included; None between words."""
    return next((spot for spot in spots(root) if _holds(spot.scalar.span, offset)), None)


def spots(node: Node, begun: Route = ()) -> Iterator[Spot]:
    """Every key and every single value of a tree, in the order written."""
    match node:
        case Scalar():
            yield Spot(begun, node, is_key=False)
        case Mapping(keys=keys, values=values):
            for name, key in keys.items():
                yield Spot((*begun, name), key, is_key=True)
                yield from spots(values[name], (*begun, name))
        case Sequence(items=items):
            for index, item in enumerate(items):
                yield from spots(item, (*begun, index))


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset <= span.end
