"""Read a day or a moment in the one form that files and commands write it in.

What Python reads beside it, such as `2026-W48-1` or `20261101`, is no date to a reader.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Final

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT: Final = re.compile(rf"{_DAY.pattern}[T ][0-9]{{2}}:[0-9]{{2}}[0-9:.]*(?:Z|[+-][0-9:]+)")


def day_of(text: str) -> date | None:
    """The day that `YYYY-MM-DD` names; None for any other text, and for no day of the calendar."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def moment_of(text: str) -> datetime | None:
    """The moment that `YYYY-MM-DDTHH:MM…` with a zone names; None for any other text."""
    try:
        return datetime.fromisoformat(text) if _MOMENT.fullmatch(text) else None
    except ValueError:
        return None


def day_in_utc(moment: datetime) -> date:
    """The day of a moment in Coordinated Universal Time, in which today is told.

    At either end of the calendar it is the day as written, since no day stands beyond it.
    """
    try:
        return moment.astimezone(UTC).date()
    except OverflowError:
        return moment.date()
