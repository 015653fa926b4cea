"""Rule: an indicator of the data that no publication of CMS has."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Fix, Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import Route
from reportkit.model.base import Record, given
from reportkit.model.fees import Component
from reportkit.model.indicators import (
    ADJUDICATION,
    CENTER_PAYMENT,
    HOSPITAL_STATUS,
    INDICATORS,
    Indicator,
    indicator_of,
)
from reportkit.model.input import ProvidedInput
from reportkit.source.emit import flow
from reportkit.workspace.publication import Publication


@rule("error", "codes and figures")
def unknown_indicator(publication: Publication) -> Iterator[Issue]:
    """An indicator of a fee schedule or a unit limit has a value that its list does not have.

    Why:
        An indicator decides which modifiers go with the code, and whether it is paid. A value that
        means nothing is a slip of the pen, and what it is taken for is left to chance. The lists
        are those of the CMS record layouts; where CMS brought a new value, a waiver says so.

    Bad:
        # input
        mpfs.bilateral: "7"

    Good:
        # input
        mpfs.bilateral: "0"
    """
    for route, record, table in _indicators(publication.input):
        value = given(record, table.field, None)
        if value is None or value in table.values:
            continue
        yield Issue(
            at("input", *route, table.field),
            f"`{value}` is not a value of the indicator {table.name}; known: "
            f"{', '.join(table.values)}",
            "correct it from the file it came from",
            fix=_as_published(value, table),
        )


def _indicators(data: ProvidedInput) -> Iterator[tuple[Route, Record, Indicator]]:
    """Each record that holds indicators, where it stands, and the list of each of its values."""
    if data.mpfs is not None:
        for table in INDICATORS:
            yield ("mpfs",), data.mpfs, table
        parts: tuple[Component, ...] = given(data.mpfs, "components", ())
        for index, part in enumerate(parts):
            yield ("mpfs", "components", index), part, indicator_of("status")
    if data.mue is not None:
        for setting in ("practitioner", "outpatient_hospital"):
            limit = given(data.mue, setting, None)
            if limit is not None:
                yield ("mue", setting), limit, ADJUDICATION
    if data.asc is not None:
        yield ("asc",), data.asc, CENTER_PAYMENT
    if data.opps is not None:
        yield ("opps",), data.opps, HOSPITAL_STATUS


def _as_published(value: str, table: Indicator) -> Fix | None:
    """The value in the form of the list, where capitals or zeros in front alone are missing."""
    written = value.strip().upper()
    known = {known.lstrip("0"): known for known in table.values if len(known) > 1}
    right = written if written in table.values else known.get(written)
    return Fix(flow(right)) if right else None
