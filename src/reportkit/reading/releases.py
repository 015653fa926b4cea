"""Find releases, quarters and months of data that a text names as its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportkit.reading.text import Text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class ReleaseMention:
    """A release that a text says its data are of: a year and, where it is said, a quarter."""

    year: int
    quarter: int | None
    start: int
    end: int


def release_mentions(text: Text) -> Iterator[ReleaseMention]:
    """The releases of fee schedule and edits that a text names."""
    for match in _NAMED.find(text):
        yield ReleaseMention(
            2000 + int(match["year"]), "ABCD".index(match["letter"]) + 1, *match.span()
        )
    for match in _MONTH.find(text):
        month = _MONTHS.index(match["month"].lower()[:3])
        yield ReleaseMention(int(match["year"]), month // 3 + 1, *match.span())
    for match in _QUARTER.find(text):
        quarter = (
            match["first"] or match["second"] or _ORDINALS.get((match["ordinal"] or "").lower(), "")
        )
        year = match["year"] or match["before"] or match["after"]
        yield ReleaseMention(int(year), int(quarter), *match.span())
    for match in _YEAR.find(text):
        yield ReleaseMention(int(match["year"] or match["other"]), None, *match.span())


_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_ORDINALS: Final = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_OF_DATA = r"(?:release|edition|update|file|files|fee schedule|tables?|edits?|addend(?:a|um)|relative value file|data|rates)"
_NAMED: Final = Wording(r"\bRVU(?P<year>\d\d)(?P<letter>[A-D])R?\b", case=True)
_MONTH: Final = Wording(
    r"\b(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    rf"|Nov(?:ember)?|Dec(?:ember)?)\.? (?P<year>20\d\d) (?:\w+ )?{_OF_DATA}\b",
    case=True,
)
_QUARTER: Final = Wording(
    r"\b(?P<year>20\d\d) ?Q(?P<first>[1-4])\b|\bQ(?P<second>[1-4]) (?:of )?(?P<before>20\d\d)\b"
    r"|\b(?P<ordinal>first|second|third|fourth) quarter(?: of)? (?P<after>20\d\d)\b",
)
_YEAR: Final = Wording(
    rf"\b(?P<year>20\d\d) (?:(?:Medicare|physician|national|CMS|final|NCCI|practitioner|surgical center) )*{_OF_DATA}\b"
    r"|\b(?:fee schedule|edits?|addend(?:a|um)|relative value file) (?:of|for) (?:CY ?)?(?P<other>20\d\d)\b",
)
