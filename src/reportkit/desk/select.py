"""Choose, sort and page the rows of the catalogue as the address of a page asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Final, TypeVar
from urllib.parse import urlencode

from reportkit.desk.rows import KINDS, Row, Waiting
from reportkit.model.whole_numbers import whole_number

T = TypeVar("T")

A_PAGE: Final = 100
"""Rows of a page: it stays below 200 KB whatever the catalogue holds."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks of the catalogue; empty where it does not ask."""

    q: str = ""
    """Words of the code or the title."""
    rule: str = ""
    state: str = ""
    owner: str = ""
    section: str = ""
    """Where something was found."""
    kind: str = ""
    """Kind of what waits."""
    sort: str = "code"
    page: int = 1

    def address(self, path: str, page: int = 1, sort: str | None = None) -> str:
        """An address that asks the same, in another order or for another page."""
        asked = replace(self, page=page, sort=sort or self.sort)
        values = {field.name: getattr(asked, field.name) for field in fields(asked)}
        kept = {name: value for name, value in values.items() if value != _DEFAULTS[name]}
        return f"{path}?{urlencode(kept)}" if kept else path


def asked_by(query: Mapping[str, str]) -> Asked:
    """What an address asks; what it does not know or cannot read it does not ask."""
    known = {name: query[name][:LONGEST] for name in _DEFAULTS if name in query}
    page = known.pop("page", "1")
    asked = Asked(**known)  # type: ignore[arg-type]  # the page is the only one that is no text
    number = whole_number(page)
    return replace(
        asked, sort=asked.sort if asked.sort in ORDERS else "code", page=max(1, number or 1)
    )


LONGEST: Final = 200
"""Characters of what is asked."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of many."""

    number: int
    pages: int
    total: int
    """Entries of all pages together."""


def paged(rows: tuple[T, ...], number: int) -> tuple[tuple[T, ...], Sheet]:
    """The entries of one page, and which page it is: the last where there is none of the number."""
    pages = max(1, -(-len(rows) // A_PAGE))
    number = min(number, pages)
    start = (number - 1) * A_PAGE
    return rows[start : start + A_PAGE], Sheet(number, pages, len(rows))


def chosen(rows: Iterable[Row], asked: Asked) -> tuple[Row, ...]:
    """The rows that fit what is asked, in its order."""
    words = asked.q.casefold().split()
    fitting = [
        row
        for row in rows
        if all(word in f"{row.code} {row.title}".casefold() for word in words)
        and (not asked.rule or asked.rule in row.rules)
        and (not asked.state or asked.state == row.state)
        and (not asked.owner or asked.owner in row.owners)
        and (not asked.section or asked.section in row.sections)
    ]
    order = ORDERS.get(asked.sort, _by_code)
    return tuple(sorted(fitting, key=lambda row: (order(row), row.code)))


def waiting(rows: Iterable[Row], asked: Asked) -> tuple[Waiting, ...]:
    """What waits in the rows, the gravest first."""
    items = (one for row in rows for one in row.waiting if asked.kind in ("", one.kind))
    return tuple(sorted(items, key=lambda one: (KINDS.index(one.kind), one.code)))


def _by_code(row: Row) -> str:
    return row.code


ORDERS: Final[Mapping[str, Callable[[Row], object]]] = {
    "code": _by_code,
    "title": lambda row: row.title.casefold(),
    "state": lambda row: row.state,
    "published": lambda row: row.published,
    "errors": lambda row: -row.counts["errors"],
    "warnings": lambda row: -row.counts["warnings"],
    "gaps": lambda row: -row.counts["gaps"],
    "waiting": lambda row: -len(row.waiting),
}
"""Name of each order to what it sorts by, before the code; counts from the highest."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What the rows have together, for choices and totals."""

    rules: Mapping[str, int]
    states: Mapping[str, int]
    owners: Mapping[str, int]
    sections: Mapping[str, int]
    counts: Mapping[str, int]
    ready: int
    waiting: Mapping[str, int]


def sums(rows: Iterable[Row]) -> Sums:
    """Add the rows up."""
    listed = tuple(rows)
    rules: Counter[str] = Counter()
    sections: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for row in listed:
        rules.update(row.rules)
        sections.update(row.sections)
        counts.update(row.counts)
    return Sums(
        dict(sorted(rules.items())),
        dict(sorted(Counter(row.state for row in listed if row.state).items())),
        dict(sorted(Counter(owner for row in listed for owner in row.owners).items())),
        dict(sorted(sections.items())),
        counts,
        sum(row.is_ready for row in listed),
        Counter(one.kind for row in listed for one in row.waiting),
    )


_DEFAULTS: Final = {field.name: field.default for field in fields(Asked)}
