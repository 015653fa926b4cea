"""Names in, quarters out: `2025Q4`, from an argument, a file's name or a column's name."""

from __future__ import annotations

import re
from datetime import date, timedelta

from reportkit.inputs.archive import names_within
from reportkit.inputs.layout import LayoutError

MONTHS = {"JANUARY": 1, "APRIL": 2, "JULY": 3, "OCTOBER": 4}
"""First month of a quarter to its number; CMS releases by these months."""

_SHORT = {month[:3]: number for month, number in MONTHS.items()}
MONTH = r"(JAN(?:UARY)?|APR(?:IL)?|JULY?|OCT(?:OBER)?)\.?"
"""The first month of a quarter as titles and columns name it."""
_QUARTER = re.compile(r"20\d\dQ[1-4]")
_IN_NAME = (
    re.compile(r"(?P<year>20\d\d)[-_ ]?Q(?P<quarter>[1-4])", re.IGNORECASE),
    re.compile(r"(?P<year>20\d\d)[-_](?P<month>\d\d)[-_]\d\d"),
    re.compile(r"(?P<month>\d\d)[-_]\d\d[-_](?P<year>20\d\d)"),
    re.compile(r"(?P<year>20\d\d)[-_ ]?(?P<name>JAN|APR|JUL|OCT)", re.IGNORECASE),
    re.compile(r"(?P<name>JAN|APR|JUL|OCT)[A-Z]*[-_ ](?:web[-_ ])?(?P<year>20\d\d)", re.IGNORECASE),
    re.compile(r"(?<![A-Z])v(?P<version>\d\d)\.?(?P<ordinal>[0-3])(?!\d)", re.IGNORECASE),
)
_IN_COLUMN = re.compile(rf"\b{MONTH}\s+(20\d\d)\b", re.IGNORECASE)
_YEAR = re.compile(r"\bCY\s*(20\d\d)\b", re.IGNORECASE)


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


def quarter_of_month(month: str, year: str) -> str:
    """The quarter that begins with a month, in short or long form: `2025Q4`."""
    return f"{year}Q{_SHORT[month.upper()[:3]]}"


def year_of_text(text: str) -> str | None:
    """The calendar year that a title or the names of columns say they are of: `CY 2025`."""
    years = set(_YEAR.findall(text))
    return years.pop() if len(years) == 1 else None


def quarter_of_file(file: str, given: str | None, written: str | None = None) -> str:
    """The quarter that a file's text says, else the one given, else the one of its name.

    Raises LayoutError if nothing says it, or one says it otherwise than the text: `written` is a
    quarter, or a year alone. CMS names pair tables by version: v30.2 is the third release of
    1994 + 30.
    """
    if given is not None and not _QUARTER.fullmatch(given):
        raise LayoutError(
            file, None, "a quarter like 2025Q4", f"`{given}`", "write year, Q and 1 to 4"
        )
    whole = written if written is not None and _QUARTER.fullmatch(written) else None
    quarter = given or whole or _of_name(file)
    if written is not None and not quarter.startswith(written):
        raise LayoutError(
            file,
            None,
            f"a file of {quarter}, as {'the option' if given else 'its name'} says",
            f"one of {written}",
            "leave the option out" if whole else "name its quarter with --release",
        )
    return quarter


def _of_name(file: str) -> str:
    for name in names_within(file):
        for pattern in _IN_NAME:
            if match := pattern.search(name):
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
    """The quarter that column names such as `Oct 2025 Payment Rate` agree on.

    Where the columns name a year alone, as those of 2021 do, it is the one given, or of the file's
    name. Raises LayoutError if nothing says the quarter, or one says another.
    """
    quarters = {
        quarter_of_month(*match.groups())
        for name in names
        for match in _IN_COLUMN.finditer(" ".join(name.split()))
    }
    if len(quarters) > 1:
        raise LayoutError(
            file,
            line,
            "column names that name one month and year",
            " and ".join(sorted(quarters)),
            "use the file as published",
        )
    return quarter_of_file(file, given, next(iter(quarters), None) or year_of_text(" ".join(names)))


def _quarter(parts: dict[str, str]) -> str | None:
    if "version" in parts:
        return f"{1994 + int(parts['version'])}Q{int(parts['ordinal']) + 1}"
    if "quarter" in parts:
        return f"{parts['year']}Q{parts['quarter']}"
    if "name" in parts:
        return f"{parts['year']}Q{_SHORT[parts['name'].upper()]}"
    month = int(parts["month"])
    return f"{parts['year']}Q{(month + 2) // 3}" if 1 <= month <= 12 else None
