"""Names in, quarters out: `2025Q4`, from an argument, a file's name or a column's name."""

from __future__ import annotations

import re
from datetime import date, timedelta

from reportkit.inputs.layout import LayoutError

MONTHS = {"JANUARY": 1, "APRIL": 2, "JULY": 3, "OCTOBER": 4}
"""First month of a quarter to its number; CMS releases by these months."""

_SHORT = {month[:3]: number for month, number in MONTHS.items()}
_QUARTER = re.compile(r"20\d\dQ[1-4]")
_IN_NAME = (
    re.compile(r"(?P<year>20\d\d)[-_ ]?Q(?P<quarter>[1-4])", re.IGNORECASE),
    re.compile(r"(?P<year>20\d\d)[-_](?P<month>\d\d)[-_]\d\d"),
    re.compile(r"(?P<month>\d\d)[-_]\d\d[-_](?P<year>20\d\d)"),
    re.compile(r"(?P<year>20\d\d)[-_ ]?(?P<name>JAN|APR|JUL|OCT)", re.IGNORECASE),
    re.compile(r"(?P<name>JAN|APR|JUL|OCT)[A-Z]*[-_ ](?:web[-_ ])?(?P<year>20\d\d)", re.IGNORECASE),
    re.compile(r"(?<![A-Z])v(?P<version>\d\d)\.?(?P<ordinal>[0-3])(?!\d)", re.IGNORECASE),
)
_IN_COLUMN = re.compile(
    r"\b(JAN(?:UARY)?|APR(?:IL)?|JULY?|OCT(?:OBER)?)\s+(20\d\d)\b", re.IGNORECASE
)


def quarter_of_day(day: date) -> str:
    """The quarter a day is in: `2025Q4`."""
    return f"{day.year}Q{(day.month + 2) // 3}"


def first_day(quarter: str) -> date:
    """The day a quarter starts."""
    return date(int(quarter[:4]), int(quarter[5]) * 3 - 2, 1)


def last_day(quarter: str) -> date:
    """The day a quarter ends."""
    year, number = int(quarter[:4]), int(quarter[5])
    following = date(year + number // 4, number % 4 * 3 + 1, 1)
    return following - timedelta(days=1)


def quarter_of_file(file: str, given: str | None) -> str:
    """The quarter given, or the one the file's name says; raises LayoutError if neither does.

    CMS names pair tables by version: v30.2 is the third release of 1994 + 30.
    """
    if given is not None:
        if not _QUARTER.fullmatch(given):
            raise LayoutError(
                file, None, "a quarter like 2025Q4", f"`{given}`", "write year, Q and 1 to 4"
            )
        return given
    for pattern in _IN_NAME:
        if match := pattern.search(file):
            quarter = _quarter(match.groupdict())
            if quarter is not None:
                return quarter
    raise LayoutError(
        file,
        None,
        "a quarter in the file's name",
        f"`{file}`",
        "name it with --release, for example --release 2025Q4",
    )


def quarter_of_columns(file: str, line: int, names: tuple[str, ...], given: str | None) -> str:
    """The quarter given, or the one that column names such as `Oct 2025 Payment Rate` agree on.

    Where the columns name a year alone, as those of 2021 do, the file's name decides. Raises
    LayoutError if nothing says the quarter.
    """
    quarters = {
        f"{match[2]}Q{_SHORT[match[1].upper()[:3]]}"
        for name in names
        for match in _IN_COLUMN.finditer(" ".join(name.split()))
    }
    if given is None and len(quarters) > 1:
        raise LayoutError(
            file,
            line,
            "column names that name one month and year",
            " and ".join(sorted(quarters)),
            "use the file as published",
        )
    return quarter_of_file(file, given or next(iter(quarters), None))


def _quarter(parts: dict[str, str]) -> str | None:
    if "version" in parts:
        return f"{1994 + int(parts['version'])}Q{int(parts['ordinal']) + 1}"
    if "quarter" in parts:
        return f"{parts['year']}Q{parts['quarter']}"
    if "name" in parts:
        return f"{parts['year']}Q{_SHORT[parts['name'].upper()]}"
    month = int(parts["month"])
    return f"{parts['year']}Q{(month + 2) // 3}" if 1 <= month <= 12 else None
