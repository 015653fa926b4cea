"""Say how many minutes a unit of a timed code stands for.

Source: the times CPT gives, a unit of time being reached when its midpoint is passed; the
8-minute rule is CMS's, claims processing manual chapter 5, section 20.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from reportkit.model.code_families.ranges import ranges

Counted = Literal["session", "total time on the day", "direct contact"]


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes of the first unit of a code, ends included."""

    lowest: int
    highest: int | None
    """None where there is no end."""
    counted: Counted

    def __contains__(self, minutes: int) -> bool:
        return self.lowest <= minutes and (self.highest is None or minutes <= self.highest)


def _steps(counted: Counted, *starts: tuple[str, int]) -> dict[str, Minutes]:
    """Codes of rising time: each ends before the next begins, the last is open."""
    ends: tuple[int | None, ...] = (*(start - 1 for _, start in starts[1:]), None)
    return {
        code: Minutes(start, end, counted) for (code, start), end in zip(starts, ends, strict=True)
    }


_SESSIONS: Final[dict[str, Minutes]] = {
    **_steps("session", ("90832", 16), ("90834", 38), ("90837", 53)),
    **_steps("session", ("90833", 16), ("90836", 38), ("90838", 53)),
    "90839": Minutes(30, 74, "session"),
    "90846": Minutes(26, None, "session"),
    "90847": Minutes(26, None, "session"),
    "96158": Minutes(16, 37, "session"),
    "96164": Minutes(16, 37, "session"),
    "96167": Minutes(16, 37, "session"),
    **_steps("session", ("99406", 4), ("99407", 11)),
    **_steps("session", ("99408", 15), ("99409", 31)),
    "99497": Minutes(16, 45, "session"),
    "99152": Minutes(10, 22, "session"),
    "96360": Minutes(31, 90, "session"),
    "96365": Minutes(16, 90, "session"),
    "96413": Minutes(16, 90, "session"),
    "98016": Minutes(5, 10, "session"),
}
_DAY: Final[dict[str, Minutes]] = {
    code: minutes
    for steps in (
        (("99202", 15), ("99203", 30), ("99204", 45), ("99205", 60)),
        (("99212", 10), ("99213", 20), ("99214", 30), ("99215", 40)),
        (("99221", 40), ("99222", 55), ("99223", 75)),
        (("99231", 25), ("99232", 35), ("99233", 50)),
        (("99234", 45), ("99235", 70), ("99236", 85)),
        (("99242", 20), ("99243", 30), ("99244", 40), ("99245", 55)),
        (("99252", 35), ("99253", 45), ("99254", 60), ("99255", 80)),
        (("99304", 25), ("99305", 35), ("99306", 50)),
        (("99307", 10), ("99308", 20), ("99309", 30), ("99310", 45)),
        (("99341", 15), ("99342", 30), ("99344", 60), ("99345", 75)),
        (("99347", 20), ("99348", 30), ("99349", 40), ("99350", 60)),
        (("98000", 15), ("98001", 30), ("98002", 45), ("98003", 60)),
        (("98004", 10), ("98005", 20), ("98006", 30), ("98007", 40)),
        (("98008", 15), ("98009", 30), ("98010", 45), ("98011", 60)),
        (("98012", 11), ("98013", 20), ("98014", 30), ("98015", 40)),
    )
    for code, minutes in _steps("total time on the day", *steps).items()
}
_DISCHARGE: Final[dict[str, Minutes]] = {
    "99238": Minutes(1, 30, "total time on the day"),
    "99239": Minutes(31, None, "total time on the day"),
    "99315": Minutes(1, 30, "total time on the day"),
    "99316": Minutes(31, None, "total time on the day"),
    "99291": Minutes(30, 74, "total time on the day"),
}

_MINUTES: Final = {**_SESSIONS, **_DAY, **_DISCHARGE}

QUARTER_HOURS: Final = ranges(
    "97032-97036 97110-97116 97124 97129-97130 97140 97530-97542 97750-97763 97802-97803 G0515"
)
"""Codes counted in units of 15 minutes of direct contact."""

_FIRST_QUARTER: Final = Minutes(8, 22, "direct contact")


def minutes_of(code: str) -> Minutes | None:
    """The minutes one unit of a code stands for; None for a code that time does not choose."""
    if in_quarter_hours(code):
        return _FIRST_QUARTER
    return _MINUTES.get(code)


def in_quarter_hours(code: str) -> bool:
    """Whether a code is counted in units of 15 minutes."""
    return code in QUARTER_HOURS


def quarter_hour_units(minutes: int) -> int:
    """The units of 15 minutes that Medicare counts: 8 to 22 minutes are 1, 23 to 37 are 2."""
    return (minutes + 7) // 15
