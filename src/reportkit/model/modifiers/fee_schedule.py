"""Say which modifiers a code's indicators rule out, and which open an edit between two codes.

Source: CMS global surgery booklet, record layout of the fee schedule, NCCI policy manual.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.code_families.families import families_of
from reportkit.model.code_families.patients import given_by_side, paired
from reportkit.model.fees import Mpfs
from reportkit.model.modifiers.anatomy import ANATOMY

NEEDS_GLOBAL: Final[dict[str, frozenset[str]]] = {
    "57": frozenset({"000", "010", "XXX", "ZZZ"}),
    "22": frozenset({"XXX", "ZZZ"}),
    "24": frozenset({"000", "XXX", "ZZZ"}),
    **dict.fromkeys(("54", "55", "56"), frozenset({"000", "MMM", "XXX", "ZZZ"})),
    **dict.fromkeys(("58", "78", "79"), frozenset({"XXX", "ZZZ"})),
}
"""Modifier to the global periods it does not go with (CMS global surgery booklet).

58, 78 and 79 go on a second procedure within the days of a first: the period that counts is the
first one's, so that they go with a code whose own period is 000. 54, 55 and 56 part a payment for
days around the surgery; parts of maternity care have codes of their own.
"""

GLOBAL_PERIODS: Final = frozenset({"000", "010", "090"})
"""Periods of which the payment holds the visits of the day."""

TELLS_VISIT_APART: Final = frozenset({"24", "25", "57", "FT"})
"""Modifiers with which a visit is paid beside a procedure, whose period holds visits."""

NEEDS_INDICATOR: Final[dict[str, tuple[str, frozenset[str]]]] = {
    "50": ("bilateral", frozenset("13")),
    "LT": ("bilateral", frozenset("123")),
    "RT": ("bilateral", frozenset("123")),
    "51": ("multiple_procedure", frozenset("123")),
    "62": ("co_surgeon", frozenset("12")),
    "66": ("team_surgery", frozenset("12")),
    **dict.fromkeys(("80", "81", "82", "AS"), ("assistant_surgeon", frozenset("02"))),
    "26": ("pc_tc", frozenset("16")),
    "TC": ("pc_tc", frozenset("1")),
}
"""Modifier to the indicator of the fee schedule it depends on and the values it goes with."""

_NO_SHARE_FOR_BOTH: Final = "0"
"""The bilateral indicator of a part without sides, and of one whose second side has no share."""


def needs_indicator(modifier: str, code: str) -> tuple[str, frozenset[str]] | None:
    """The indicator that a modifier depends on and the values it goes with; None if on none.

    An operation on a hand is at one side, whatever two of them are paid. Equipment and drugs are
    not paid by this schedule, so that it says nothing of their sides, where they have any.
    """
    if modifier not in NEEDS_INDICATOR:
        return None
    if modifier in ("50", "LT", "RT") and given_by_side(code):
        return None
    if modifier in ("LT", "RT") and "equipment" in families_of(code):
        return None
    field, values = NEEDS_INDICATOR[modifier]
    if modifier in ("LT", "RT") and paired(code):
        values |= {_NO_SHARE_FOR_BOTH}
    return field, values


def ruled_out(code: str, mpfs: Mpfs) -> tuple[str, ...]:
    """The modifiers that the indicators of a code do not go with."""
    needs = ((modifier, needs_indicator(modifier, code)) for modifier in NEEDS_INDICATOR)
    return tuple(
        modifier for modifier, need in needs if need and getattr(mpfs, need[0]) not in need[1]
    )


OF_GLOBAL_PERIOD: Final[frozenset[str]] = frozenset({"24", "58", "78", "79"})
"""Modifiers that are used within the days of a procedure alone (CMS global surgery booklet)."""

OPENS_PAIR: Final[frozenset[str]] = frozenset(
    {
        *("24", "25", "57", "58", "78", "79"),
        *("27", "59", "91", "XE", "XP", "XS", "XU"),
        *ANATOMY,
    }
)
"""Modifiers with which both codes of a pair at indicator 1 are paid.

Source: NCCI policy manual for Medicare, chapter 1: those of global surgery, others, anatomy.
"""
