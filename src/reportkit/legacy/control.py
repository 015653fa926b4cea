"""Lines of document control in, dates and version out; what is not said stands out as such."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Literal

from reportkit.legacy.facts import date_in
from reportkit.legacy.old_report import Heading, OldReport, Row, Where, text_of

Dated = Literal["published", "effective", "data_as_of", "next_review"]

UNKNOWN_VERSION: Final = "0"
"""A version without a line in the history, which missing-revision finds."""


def dates_of(report: OldReport) -> dict[Dated, tuple[date, Where]]:
    """The dates the old report states, by the key they go under."""
    found: dict[Dated, tuple[date, Where]] = {}
    for name, pattern in _DATES:
        for block in report.blocks:
            match = None if isinstance(block, Heading | Row) else pattern.search(text_of(block))
            day = date_in(match["value"]) if match else None
            if day is not None:
                found.setdefault(name, (day, block.where))
    return found


def version_of(report: OldReport) -> tuple[str, Where] | None:
    """The version the old report states."""
    for block in report.blocks:
        match = _VERSION.search(text_of(block))
        if match:
            return match["value"], block.where
    return None


def _dated(pattern: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[\s|(;])(?:{pattern})(?: date| on)?\s*:?\s+(?P<value>[^|;]{{6,24}})", re.IGNORECASE
    )


_DATES: tuple[tuple[Dated, re.Pattern[str]], ...] = (
    ("published", _dated(r"published|publication|issued|date of issue|last updated|updated")),
    ("effective", _dated(r"effective")),
    ("data_as_of", _dated(r"data as of|data current (?:to|as of)|as of")),
    ("next_review", _dated(r"next review(?: due)?|review due")),
)
_VERSION = re.compile(
    r"\b(?:version|rev(?:ision)?\.?)\s*:?\s+v?(?P<value>\d+(?:\.\d+)*)\b", re.IGNORECASE
)
