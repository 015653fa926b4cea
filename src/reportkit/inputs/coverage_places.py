"""Tell for whose claims an article holds: the contractors that issued it, and their states."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from reportkit.inputs.coverage_tables import KEY, Columns, Key, Row, Tables, key


@dataclass(frozen=True, slots=True)
class Places:
    """Whose claims an article is for; empty where the export does not say it."""

    contractors: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    """Postal codes."""


def places_of(tables: Tables, wanted: Collection[Key]) -> Mapping[Key, Places]:
    """The contractors of each wanted article and their states, sorted."""
    names = {row["contractor"]: row["name"] for row in tables.rows("contractor", _CONTRACTORS)}
    codes = {row["state"]: row["code"] for row in tables.rows("state_lookup", _STATES)}
    states: dict[tuple[str, ...], set[str]] = {}
    for row in tables.rows("contractor_jurisdiction", _JURISDICTIONS):
        if not row["ended"] and row["state"] in codes:
            states.setdefault(_whose(row), set()).add(codes[row["state"]])
    issued: dict[Key, list[Row]] = {}
    for row in tables.rows("article_x_contractor", _ISSUED):
        if key(row) in wanted:
            issued.setdefault(key(row), []).append(row)
    return {
        article: Places(
            tuple(sorted({names[row["contractor"]] for row in rows if row["contractor"] in names})),
            tuple(sorted({state for row in rows for state in states.get(_whose(row), ())})),
        )
        for article, rows in issued.items()
    }


_CONTRACTOR: Columns = {
    "contractor": ("CONTRACTOR_ID",),
    "kind": ("CONTRACTOR_TYPE_ID",),
    "edition": ("CONTRACTOR_VERSION",),
}
_CONTRACTORS: Columns = {
    "contractor": ("CONTRACTOR_ID",),
    "name": ("CONTRACTOR_BUS_NAME", "CONTRACTOR_NAME"),
}
_STATES: Columns = {"state": ("STATE_ID",), "code": ("STATE_ABBREV",)}
_JURISDICTIONS: Columns = {**_CONTRACTOR, "state": ("STATE_ID",), "ended": ("TERM_DATE",)}
_ISSUED: Columns = {**KEY, **_CONTRACTOR}


def _whose(row: Row) -> tuple[str, ...]:
    return tuple(row[name] for name in _CONTRACTOR)
