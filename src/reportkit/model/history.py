"""Name the entries of `provenance` that tell of earlier releases of a dataset."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from reportkit.model.datasets import KINDS
from reportkit.model.paths import Steps

QUALIFYING: Final = ".qualifying"
"""Behind the key of a release: the origin of its second conversion factor."""


def history_keys(dataset: str, releases: Sequence[tuple[str, object]]) -> tuple[str, ...]:
    """Under which key the origin of each release stands: the last is current, the others before.

    `releases` are names with the days of issue, in order of time. Of several issues of one release
    the last has the plain key, and those before it the day they were issued, too.
    """
    last = {release: at for at, (release, _) in enumerate(releases)}
    earlier = tuple(
        f"{dataset}.history.{release}" + ("" if last[release] == at else f".{issued}")
        for at, (release, issued) in enumerate(releases[:-1])
    )
    return (*earlier, dataset)


def origin_keys(dataset: str, value: Any) -> Iterator[tuple[str, Steps]]:
    """Each key under which an origin of a dataset stands, with the route to what it is of."""
    name = KINDS[dataset].release
    history = getattr(value, "history", ())
    if name is None or not history:
        yield from _second(dataset, (dataset,), value)
        return
    parts = (*history, value)
    releases = [(getattr(part, name), getattr(part, "released", None)) for part in parts]
    for at, (key, part) in enumerate(zip(history_keys(dataset, releases), parts, strict=True)):
        route = (dataset,) if part is value else (dataset, "history", at)
        yield from _second(key, route, part)


def _second(key: str, route: Steps, part: Any) -> Iterator[tuple[str, Steps]]:
    yield key, route
    if getattr(part, "qualifying", None) is not None:
        yield f"{key}{QUALIFYING}", (*route, "qualifying")
