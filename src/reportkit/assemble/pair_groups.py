"""Group pair edits by what is said of them: side, indicator, reason, last day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from reportkit.model.edits import Ncci, NcciPair

Side = Literal["column-1", "column-2", "neither"]


@dataclass(frozen=True, slots=True)
class PairGroup:
    """Pairs of one code that share everything but the other code."""

    side: Side
    """Where the report's own code stands."""
    indicator: str
    reason: str | None
    deleted: date | None
    codes: tuple[str, ...]
    """The other codes, in order; both codes as `A/B` of a pair without the report's own."""


def pair_groups(code: str, ncci: Ncci) -> tuple[PairGroup, ...]:
    """The pairs of one setting in groups: never payable together first, then by reason and size."""
    partners_of: dict[tuple[Side, str, str | None, date | None], set[str]] = {}
    for pair in ncci.pairs:
        key = (_side(code, pair), pair.indicator, pair.rationale, pair.deleted)
        partners_of.setdefault(key, set()).add(_other(code, pair))
    groups = (PairGroup(*key, tuple(sorted(codes))) for key, codes in partners_of.items())
    return tuple(
        sorted(
            groups,
            key=lambda group: (
                group.deleted is not None,
                group.indicator,
                _SIDES.index(group.side),
                -len(group.codes),
                group.reason or "",
            ),
        )
    )


def partners(code: str, tables: Iterable[Ncci], indicator: str) -> tuple[str, ...]:
    """The codes in force beside a code at an indicator, those nearest to it in number first."""
    others = {
        _other(code, pair)
        for ncci in tables
        for pair in ncci.pairs
        if pair.indicator == indicator and pair.deleted is None and _side(code, pair) != "neither"
    }
    return tuple(sorted(others, key=lambda other: (-_alike(code, other), other)))


def _alike(code: str, other: str) -> int:
    """How many characters two codes share from the first on."""
    pairs = enumerate(zip(code, other, strict=False))
    return next((index for index, (own, its) in pairs if own != its), min(len(code), len(other)))


def _side(code: str, pair: NcciPair) -> Side:
    if code == pair.column_1:
        return "column-1"
    return "column-2" if code == pair.column_2 else "neither"


def _other(code: str, pair: NcciPair) -> str:
    match _side(code, pair):
        case "column-1":
            return pair.column_2
        case "column-2":
            return pair.column_1
        case "neither":
            return f"{pair.column_1}/{pair.column_2}"


_SIDES: Final[tuple[Side, ...]] = ("column-1", "column-2", "neither")
