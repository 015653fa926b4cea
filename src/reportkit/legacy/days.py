"""Read a day from words or numbers, and tell whether all of it was said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a text names."""

    date: date
    doubt: str | None = None
    """Why it may be another one; None if it cannot."""


def day_in(text: str) -> Day | None:
    """A day such as 2025-03-01, March 1, 2025, 1 de marzo de 2025, March 2025 or 03/01/2025."""
    for pattern in _DATES:
        match = pattern.search(text)
        if match is None:
            continue
        parts = match.groupdict()
        try:
            day = date(int(parts["y"]), _month(parts["m"]), int(parts.get("d") or 1))
        except ValueError:
            return None
        return Day(day, _doubt(match[0], parts))
    return None


def _month(written: str) -> int:
    return int(written) if written.isdigit() else _MONTHS[written[:3].lower()]


def _doubt(written: str, parts: dict[str, str]) -> str | None:
    if not parts.get("d"):
        return f"`{written}` names no day; the first of the month was taken"
    if "/" in written and parts["d"] != parts["m"] and int(parts["d"]) <= _MONTHS_OF_A_YEAR:
        return f"`{written}` was read as month, day and year"
    return None


_MONTHS_OF_A_YEAR = 12
_MONTHS = {
    name: number
    for names in (
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
    )
    for number, name in enumerate(names, start=1)
}
_MONTH = (
    r"(?P<m>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|enero|febrero|marzo|abril|mayo"
    r"|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)\.?"
)
_DATES = (
    re.compile(r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b"),
    re.compile(
        rf"\b{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?P<d>\d{{1,2}})\s+(?:de\s+)?{_MONTH}\s+(?:de\s+)?(?P<y>\d{{4}})\b", re.IGNORECASE
    ),
    re.compile(r"\b(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})\b"),
    re.compile(rf"\b{_MONTH}\s+(?:de\s+)?(?P<y>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"\b(?P<m>\d{1,2})/(?P<y>\d{4})\b"),
)
