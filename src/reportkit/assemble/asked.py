"""Write what a reader is told who asks a figure where it came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportkit.assemble.document import Ground, Origin, datasets_of
from reportkit.inputs.spots import Spot, spots

if TYPE_CHECKING:
    from reportkit.assemble.edition import Edition


def told(ground: Ground, where: Sequence[Spot], edition: Edition) -> str:
    """Field, raw value, rounding, and where it stands in the files, a line each."""
    raw = f": {ground.raw}" if len(ground.raw) <= _LONGEST else ""
    rounding = f" ({edition.say(ground.rounding)})" if ground.rounding else ""
    return "\n".join((f"{ground.field}{raw}{rounding}", *_standing(ground.field, where, edition)))


def standing(field: str, edition: Edition) -> Iterator[str]:
    """Source, release, file, hash, row and column of a field or of several, a line each."""
    return _standing(field, spots(field, edition.input), edition)


def _standing(field: str, where: Sequence[Spot], edition: Edition) -> Iterator[str]:
    for dataset in datasets_of(field):
        if dataset in edition.origins:
            yield from _origin(edition.origins[dataset], edition)
    for spot in where:
        yield edition.say("Row: {row}", row=spot.row)
        yield edition.say("Column: {columns}", columns=_brief(spot.columns))


def _origin(origin: Origin, edition: Edition) -> Iterator[str]:
    yield origin.source
    if origin.release is not None:
        yield edition.say("Release: {release}", release=origin.release)
    if origin.file is not None:
        yield edition.say("File: {file}", file=origin.file)
    if origin.sha256 is not None:
        digests = (f"{digest[:12]}…" for digest in origin.sha256.split(" + "))
        yield f"SHA-256: {' + '.join(digests)}"


def _brief(columns: tuple[str, ...]) -> str:
    """The columns in a line: of many, as the states that pay an amount, the first and the last."""
    shown = columns if len(columns) <= _MOST else (*columns[:2], "…", columns[-1])
    return ", ".join(shown)


_LONGEST = 40
"""Longer raw values, lists of codes, are what is printed."""
_MOST = 6
