"""Grade what a file would change in a report: by a cent, an amount, an indicator, or anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final, Literal, get_args

from reportkit.provide.refresh import Change

Grade = Literal["rounding", "amount", "new", "indicator", "code gone"]

GRADES: Final[tuple[Grade, ...]] = get_args(Grade)
"""From the least to the gravest."""

CENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Touch:
    """A value that would differ, and how much it matters."""

    field: str
    """`asc.payment_rate`."""
    old: Any
    new: Any
    grade: Grade


def touches(dataset: str, changes: Iterable[Change]) -> Iterator[Touch]:
    """What a report says today and would say otherwise; names of releases and history aside."""
    for change in changes:
        head, _, rest = change.path.partition(".")
        if head.partition("[")[0] == dataset and not _is_aside(rest):
            yield Touch(change.path, change.old, change.new, _grade(dataset, change))


def gravest(graded: Iterable[Touch]) -> Grade | None:
    """The gravest grade among them; None if there are none."""
    return max((touch.grade for touch in graded), key=GRADES.index, default=None)


_ASIDE: Final = frozenset({"release", "released", "quarter", "history", "rationale"})
"""What names a release or explains it, and is no value of its own."""
_NO_AMOUNT: Final = (
    *("_rvu", "_total", "_gpci", "weight", "units"),
    *("coinsurance", "preoperative", "intraoperative", "postoperative"),
    *("factor", ".qualifying", "payment_limit"),
)
"""Ends of the names of numbers that are no dollars, and of dollars that are multiplied by units:
a cent of a factor or of the limit of one milligram is no rounding of what is paid.
"""
_DECIDING: Final = frozenset({"ncci", "add_ons"})
"""Lists whose rows let a claim be paid or not."""


def _is_aside(path: str) -> bool:
    return not _ASIDE.isdisjoint(part.partition("[")[0] for part in path.split("."))


def _grade(dataset: str, change: Change) -> Grade:
    if change.path == dataset and change.old is None:
        return "new"
    old, new = _number(change.old), _number(change.new)
    if old is not None and new is not None:
        return "rounding" if _is_money(change.path) and abs(old - new) <= CENT else "amount"
    if dataset in _DECIDING:
        return "indicator"
    numbers_or_none = all(
        _number(value) is not None or value is None or isinstance(value, dict)
        for value in (change.old, change.new)
    )
    return "amount" if numbers_or_none else "indicator"


def _is_money(path: str) -> bool:
    return not path.endswith(_NO_AMOUNT)


def _number(value: Any) -> Decimal | None:
    """A number as it is written; None for what is none, as a code or an indicator."""
    if isinstance(value, bool | str) or value is None:
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None
