"""Tell commands the day and the second: this machine's, or those the environment sets.

SOURCE_DATE_EPOCH, in seconds since 1970, stands for the day in everything that is made from
sources, so that it can be made again. It does not stand for the time of a signature, a
release or a recall: that is when somebody did it.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from reportkit.cannot_run import CannotRun


def source_date() -> datetime | None:
    """The date SOURCE_DATE_EPOCH sets; None if it is unset. Raises CannotRun if it is no time."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return None
    try:
        if not (seconds.isascii() and seconds.isdigit()):
            raise ValueError
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        raise CannotRun(
            f"SOURCE_DATE_EPOCH is `{seconds}`, not a number of seconds",
            "unset it, or set it to seconds since 1970",
        ) from None


def today() -> date:
    """The day that decides what has expired: that of SOURCE_DATE_EPOCH, or today in UTC."""
    return (source_date() or datetime.now(UTC)).date()


def time_of_record() -> datetime:
    """The second it is on this machine, with its zone; the environment cannot set it."""
    return datetime.now(UTC).astimezone().replace(microsecond=0)
