"""Read dates and version from lines of document control; what is not said stands out as such."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from reportkit.legacy.days import day_in
from reportkit.legacy.old_report import Heading, OldReport, Row, Where, text_of

Dated = Literal["published", "effective", "data_as_of", "next_review"]

UNKNOWN_VERSION: Final = "0"
"""A version without a line in the history, which missing-revision finds."""


@dataclass(frozen=True, slots=True)
class ControlDate:
    """A date of the publication, as the old report states it."""

    date: date
    where: Where
    doubt: str | None
    """Why it may be another date, or one of something else; None if it is plain."""


def dates_of(report: OldReport) -> dict[Dated, ControlDate]:
    """The dates the old report states, by the key they go under."""
    dates: dict[Dated, ControlDate] = {}
    for name, pattern, is_plain in _DATES:
        for block in report.blocks:
            if isinstance(block, Heading) or (isinstance(block, Row) and len(block.cells) > 2):
                continue
            text = ": ".join(block.cells) if isinstance(block, Row) else text_of(block)
            match = pattern.search(text)
            day = day_in(match["value"]) if match else None
            if match and day:
                doubt = None if is_plain else f"`{match['name']}` was taken as the day of `{name}`"
                dates.setdefault(name, ControlDate(day.date, block.where, day.doubt or doubt))
    return dates


def version_of(report: OldReport) -> tuple[str, Where] | None:
    """The version the old report states."""
    for block in report.blocks:
        match = _VERSION.search(text_of(block))
        if match:
            return match["value"], block.where
    return None


def _dated(pattern: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[\s|(;])(?P<name>(?:{pattern})(?: date| on)?)\s*:?\s+(?P<value>[^|;]{{6,24}})",
        re.IGNORECASE,
    )


_DATES: tuple[tuple[Dated, re.Pattern[str], bool], ...] = (
    ("published", _dated(r"published|publication|date of (?:issue|publication)"
                         r"|fecha de publicaci[oó]n"), True),
    ("published", _dated(r"issued|last updated|updated|last review(?:ed)?"), False),
    ("effective", _dated(r"effective|in force|vigencia"), True),
    ("data_as_of", _dated(r"data as of|data current (?:to|as of)"), True),
    ("data_as_of", _dated(r"as of"), False),
    ("next_review", _dated(r"next review(?: due)?|review due"), True),
)  # fmt: skip
"""Date to the words before it, and whether they can mean nothing else."""
_VERSION = re.compile(
    r"\b(?:version|rev(?:ision)?\.?)\s*[:|]?\s+v?(?P<value>\d+(?:\.\d+)*)\b(?![/-])", re.IGNORECASE
)
