"""Fee schedule in, the share of the fee out that its indicators give a procedure, side or part."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reportkit.model.fees import Mpfs
from reportkit.reading.shares import ShareMention, Whose


def true_share(mpfs: Mpfs, whose: Whose) -> tuple[Decimal, str] | None:
    """The share of the fee for the service by itself, and the field that says so.

    None where the indicator names no share (CMS record layout of the relative value file).
    """
    field = _FIELD[whose]
    value = getattr(mpfs, field)
    if value is None:
        return None
    if whose in _BY_INDICATOR:
        share = _BY_INDICATOR[whose].get(value)
        return None if share is None else (Decimal(share), field)
    if mpfs.global_days not in ("010", "090"):
        return None
    return Decimal(value), field


def fits(said: ShareMention, share: Decimal) -> bool:
    """Whether a share in words is the one of the data, as near as words come to it."""
    return abs(said.share - share) <= (_ABOUT if said.is_rough else _NEAR)


_NEAR: Final = Decimal("0.02")
_ABOUT: Final = Decimal("0.05")
_FIELD: Final[dict[Whose, str]] = {
    "second procedure": "multiple_procedure",
    "both sides": "bilateral",
    "before": "preoperative",
    "operation": "intraoperative",
    "aftercare": "postoperative",
}
_BY_INDICATOR: Final[dict[Whose, dict[str, str]]] = {
    "second procedure": {"0": "1", "2": "0.5"},
    "both sides": {"0": "1", "1": "1.5", "2": "1", "3": "2"},
}
"""Indicator to the share: half for a second procedure, 150 percent for both sides."""
