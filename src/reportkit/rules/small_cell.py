"""Rule: counts so small that they could identify, or that give such a count away."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Fix, Issue, at
from reportkit.check.rule import rule
from reportkit.model.input import Utilization
from reportkit.workspace.publication import Publication

_LARGEST = 10
_COUNTED = ("services", "beneficiaries")


@rule("error", "codes and figures", waivable=False)
def small_cell(publication: Publication) -> Iterator[Issue]:
    """A count of 1 to 10 services or patients is given, or can be found by subtraction.

    Why:
        CMS forbids showing counts of 1 to 10, since so few people can be recognised, and
        counts that let one be worked out. Zero may be shown; `null` suppresses a cell.

    Bad:
        # input
        utilization:
          - {year: 2024, setting: total, services: 7, beneficiaries: 7, providers: 4,
             average_submitted: null, average_allowed: null, average_paid: null}

    Good:
        # input
        utilization:
          - {year: 2024, setting: total, services: 700, beneficiaries: 650, providers:
             4, average_submitted: null, average_allowed: null, average_paid: null}
    """
    rows = publication.input.utilization or ()
    for index, row in enumerate(rows):
        for name in _COUNTED:
            value = getattr(row, name)
            if value is not None and 1 <= value <= _LARGEST:
                yield Issue(
                    at("input", "utilization", index, name),
                    f"{name} of {value} is a small cell; 1 to {_LARGEST} are not shown",
                    "write `null`, which prints as suppressed",
                    fix=Fix("null"),
                )
    for year in sorted({row.year for row in rows}):
        yield from _derivable([(i, row) for i, row in enumerate(rows) if row.year == year])


def _derivable(rows: list[tuple[int, Utilization]]) -> Iterator[Issue]:
    by_setting = {row.setting: (index, row) for index, row in rows}
    if "total" not in by_setting:
        return
    total_index, total = by_setting["total"]
    for shown, hidden in (("facility", "nonfacility"), ("nonfacility", "facility")):
        if shown not in by_setting:
            continue
        index, part = by_setting[shown]
        other = by_setting[hidden][1] if hidden in by_setting else None
        for name in _COUNTED:
            known, whole = getattr(part, name), getattr(total, name)
            if known is None or whole is None or (other and getattr(other, name) is not None):
                continue
            if 1 <= whole - known <= _LARGEST:
                yield Issue(
                    at("input", "utilization", index, name),
                    f"{whole} less {known} gives away a {hidden} count of {whole - known} {name}",
                    "suppress a second cell of the year with `null`",
                    related=((at("input", "utilization", total_index, name), "the total"),),
                )
