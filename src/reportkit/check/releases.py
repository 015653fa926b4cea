"""Names of releases in, the quarters they hold for out: RVU25D, 2025Q4, v30.2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportkit.check.issue import At, at
from reportkit.findings.place import Route
from reportkit.model.dataset_kind import DatasetKind
from reportkit.model.datasets import KINDS
from reportkit.model.days import day_of
from reportkit.model.input import ProvidedInput
from reportkit.model.paths import values_at

_NAMED = re.compile(
    r"(?P<year>20\d\d)-?Q(?P<quarter>[1-4])|RVU(?P<short>\d\d)(?P<letter>[A-D])"
    r"|(?<![\w.])v(?P<version>\d\d)\.(?P<ordinal>[0-3])(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year, in which the releases of CMS hold."""

    year: int
    number: int

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"


@dataclass(frozen=True, slots=True)
class Release:
    """The release a dataset says it was taken from."""

    kind: DatasetKind
    name: str
    at: At


@dataclass(frozen=True, slots=True)
class Period:
    """A time that provided data is of: a quarter, or a year as a whole."""

    year: int
    quarter: int | None

    def covers(self, year: int, quarter: int | None) -> bool:
        """Whether it is the year said, and the quarter where both name one."""
        return self.year == year and (
            quarter is None or self.quarter is None or self.quarter == quarter
        )

    def __str__(self) -> str:
        return f"{self.year}" if self.quarter is None else f"{self.year}Q{self.quarter}"


def quarter_of(day: date) -> Quarter:
    """The quarter a day is in."""
    return Quarter(day.year, (day.month - 1) // 3 + 1)


def quarters(text: str) -> tuple[Quarter, ...]:
    """The quarters a text names; NCCI counts its versions from 1994."""
    return tuple(_quarter(match) for match in _NAMED.finditer(text))


def releases(data: ProvidedInput) -> Iterator[Release]:
    """Every release the provided datasets name, at the first place of each dataset."""
    for kind in KINDS.values():
        named: dict[str, Route] = {}
        if kind.release is not None:
            for route, name in values_at(data, f"{kind.key}.{kind.release}"):
                named.setdefault(name, route)
        for name, route in named.items():
            yield Release(kind, name, at("input", *route))


def periods_of(data: ProvidedInput) -> dict[str, tuple[Period, ...]]:
    """The times that each dataset is of, by its key; one without any is left out."""
    periods: dict[str, tuple[Period, ...]] = {}
    for release in releases(data):
        periods[release.kind.key] = (*periods.get(release.kind.key, ()), *_periods(release.name))
    if data.mpfs is not None:
        earlier = [period for row in data.mpfs.history for period in _periods(row.release)]
        periods["mpfs"] = (*periods.get("mpfs", ()), *earlier)
    periods["utilization"] = tuple(Period(row.year, None) for row in data.utilization or ())
    periods["rates"] = tuple(
        _period(quarter_of(begins))
        for row in data.rates or ()
        if (begins := day_of(f"{row.period}-01")) is not None
    )
    return {key: held for key, held in periods.items() if held}


_FISCAL = re.compile(r"FY(20\d\d)")


def _periods(release: str) -> tuple[Period, ...]:
    fiscal = tuple(Period(int(match[1]), None) for match in _FISCAL.finditer(release))
    return (*fiscal, *map(_period, quarters(release)))


def _period(quarter: Quarter) -> Period:
    return Period(quarter.year, quarter.number)


def _quarter(match: re.Match[str]) -> Quarter:
    if match["year"]:
        return Quarter(int(match["year"]), int(match["quarter"]))
    if match["short"]:
        return Quarter(2000 + int(match["short"]), "ABCD".index(match["letter"].upper()) + 1)
    return Quarter(1994 + int(match["version"]), int(match["ordinal"]) + 1)
