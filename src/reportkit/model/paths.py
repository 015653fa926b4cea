"""Follow a path through a file's data to every value it leads to, with the route of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Steps = tuple[str | int, ...]


def values_at(data: Any, path: str, begun: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Every value that `pairs.column_1` leads to from `data`, a record; lists are gone through.

    The empty path is `data` itself, or each of its items. What is absent yields nothing; `begun`
    is the route of `data` in its file.
    """
    match data:
        case None:
            return
        case tuple():
            for index, item in enumerate(data):
                yield from values_at(item, path, (*begun, index))
        case _ if not path:
            yield begun, data
        case _:
            name, _, rest = path.partition(".")
            yield from values_at(getattr(data, name), rest, (*begun, name))


def lists_at(data: Any, path: str, begun: Steps = ()) -> Iterator[tuple[Steps, tuple[Any, ...]]]:
    """Every list that a path leads to, whole; the lists before it are gone through."""
    if not path:
        if isinstance(data, tuple):
            yield begun, data
        return
    head, _, last = path.rpartition(".")
    for route, holder in values_at(data, head, begun):
        value = getattr(holder, last)
        if isinstance(value, tuple):
            yield (*route, last), value
