"""Judge a condition on the data: whether it holds, and if not, where and at which value."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from reportkit.model.days import day_of
from reportkit.source.conditions import Comparison, Condition, Operator, Way, operand_text
from reportkit.workspace.publication import Publication
from reportkit.workspace.ways import Unresolved, follow, root_of


@dataclass(frozen=True, slots=True)
class Broken:
    """A comparison that is not true of the data, and why."""

    comparison: Comparison
    reason: str


def broken(condition: Condition, publication: Publication) -> Iterator[Broken]:
    """The comparisons of a condition that do not hold; raises Unavailable."""
    for comparison in condition.comparisons:
        reason = _against(comparison, publication)
        if reason is not None:
            yield Broken(comparison, reason)


_COMPARED: Final[dict[Operator, Callable[[Any, Any], bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "in": lambda left, right: left in right,
    "not in": lambda left, right: left not in right,
}


def _against(comparison: Comparison, publication: Publication) -> str | None:
    """Why a comparison is not true; None if it is."""
    left, right = (_value(side, publication) for side in (comparison.left, comparison.right))
    for side in (left, right):
        if isinstance(side, Unresolved):
            return side.reason
    left, right = _as_date(left, right), _as_date(right, left)
    if _are_unlike(left, right):
        return f"{_told(comparison, publication)}, and a text is never like a number"
    try:
        if _COMPARED[comparison.operator](left, right):
            return None
    except TypeError:
        return f"{_told(comparison, publication)}, which cannot be compared so"
    return _told(comparison, publication)


def _value(operand: object, publication: Publication) -> object:
    if isinstance(operand, Way):
        return follow(root_of(operand.names, publication), operand.names)
    return operand


def _as_date(value: object, other: object) -> object:
    """A day written in quotes, where the data has a day."""
    if isinstance(value, str) and isinstance(other, date):
        return day_of(value) or value
    return value


def _are_unlike(left: object, right: object) -> bool:
    """Whether a text stands against a number, so that no data could make them differ or agree."""
    text_first = isinstance(left, str) and isinstance(right, int | Decimal)
    return text_first or (isinstance(right, str) and isinstance(left, int | Decimal))


def _told(comparison: Comparison, publication: Publication) -> str:
    """What the data has: `input.mpfs.global_days` is "090"."""
    told = [f"`{way.text}` is {_shown(_value(way, publication))}" for way in comparison.ways]
    return " and ".join(told)


def _shown(value: object) -> str:
    match value:
        case None:
            return "null"
        case tuple() if len(value) > 12:
            return f"a list of {len(value)}"
        case tuple() | str() | bool():
            return operand_text(value)
        case _:
            return str(value)
