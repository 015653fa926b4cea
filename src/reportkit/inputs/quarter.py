"""Names in, quarters out: `2025Q4`, from an argument, a file's name or a column's name."""

from __future__ import annotations

import re
from datetime import date

from reportkit.inputs.layout import LayoutError

MONTHS = {"JANUARY": 1, "APRIL": 2, "JULY": 3, "OCTOBER": 4}
"""First month of a quarter to its number; CMS releases by these months."""

_QUARTER = re.compile(r"20\d\dQ[1-4]")
_RELEASE = re.compile(r"RVU(\d\d)([A-D])R?")
_IN_NAME = (
    re.compile(r"(?P<year>20\d\d)[-_ ]?Q(?P<quarter>[1-4])", re.IGNORECASE),
    re.compile(r"(?P<year>20\d\d)[-_](?P<month>\d\d)[-_]\d\d"),
    re.compile(r"(?P<month>\d\d)[-_]\d\d[-_](?P<year>20\d\d)"),
    re.compile(r"(?P<year>20\d\d)[-_ ]?(?P<name>JAN|APR|JUL|OCT)", re.IGNORECASE),
    re.compile(r"(?<![A-Z])v(?P<version>\d\d)\.?(?P<ordinal>[0-3])(?!\d)", re.IGNORECASE),
)
_IN_COLUMN = re.compile(r"\b(JANUARY|APRIL|JULY|OCTOBER)\s+(20\d\d)\b", re.IGNORECASE)


def first_day(quarter: str) -> date:
    """The day a quarter starts."""
    return date(int(quarter[:4]), int(quarter[5]) * 3 - 2, 1)


def release_day(release: str) -> date | None:
    """The day a release of the fee schedule takes effect; None for a name of another form.

    `RVU25D`: two digits of the year and A to D for January, April, July, October.
    """
    match = _RELEASE.fullmatch(release)
    return first_day(f"20{match[1]}Q{'ABCD'.index(match[2]) + 1}") if match else None


def quarter_of_file(file: str, given: str | None) -> str:
    """The quarter given, or the one the file's name says; raises LayoutError if neither does.

    CMS names pair tables by version: v30.2 is the third release of 1994 + 30.
    """
    if given is not None:
        if not _QUARTER.fullmatch(given):
            raise LayoutError(file, None, "a quarter like 2025Q4", f"`{given}`",
                              "write year, Q and 1 to 4")  # fmt: skip
        return given
    for pattern in _IN_NAME:
        if match := pattern.search(file):
            quarter = _quarter(match.groupdict())
            if quarter is not None:
                return quarter
    raise LayoutError(file, None, "a quarter in the file's name", f"`{file}`",
                      "name it with --quarter, for example --quarter 2025Q4")  # fmt: skip


def quarter_of_columns(file: str, line: int, names: tuple[str, ...]) -> str:
    """The quarter that column names such as `October 2025 Payment Rate` agree on."""
    found = {
        f"{match[2]}Q{MONTHS[match[1].upper()]}"
        for name in names
        for match in _IN_COLUMN.finditer(" ".join(name.split()))
    }
    if len(found) != 1:
        shown = " and ".join(sorted(found)) if found else "none"
        raise LayoutError(file, line, "column names that name one month and year", shown,
                          "use the file as published")  # fmt: skip
    return found.pop()


def _quarter(parts: dict[str, str]) -> str | None:
    if "version" in parts:
        return f"{1994 + int(parts['version'])}Q{int(parts['ordinal']) + 1}"
    if "quarter" in parts:
        return f"{parts['year']}Q{parts['quarter']}"
    if "name" in parts:
        short = {month[:3]: number for month, number in MONTHS.items()}
        return f"{parts['year']}Q{short[parts['name'].upper()]}"
    month = int(parts["month"])
    return f"{parts['year']}Q{(month + 2) // 3}" if 1 <= month <= 12 else None
