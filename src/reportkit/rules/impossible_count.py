"""Rule: counts of use that cannot be true together."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication

_NO_MORE = (
    ("beneficiaries", "services", "patients", "services"),
    ("providers", "services", "clinicians", "services"),
    ("average_paid", "average_allowed", "dollars paid", "dollars allowed"),
)
"""A count or mean, the one it cannot be above, and what each counts."""


@rule("error", "codes and figures")
def impossible_count(publication: Publication) -> Iterator[Issue]:
    """There are more patients or clinicians than services, or more is paid than allowed.

    Why:
        Each patient counted had a service, and each clinician gave one; Medicare pays a part of
        what it allows. Counts that break this stand in each other's columns.

    Bad:
        # input
        utilization:
          - {year: 2024, setting: total, services: 400, beneficiaries: 900, providers: 30,
             average_submitted: 410.00, average_allowed: 180.00, average_paid: 140.00}

    Good:
        # input
        utilization:
          - {year: 2024, setting: total, services: 900, beneficiaries: 400, providers: 30,
             average_submitted: 410.00, average_allowed: 180.00, average_paid: 140.00}
    """
    for index, row in enumerate(publication.input.utilization or ()):
        for field, limit, what, whole in _NO_MORE:
            value, most = getattr(row, field), getattr(row, limit)
            if value is not None and most is not None and value > most:
                yield Issue(
                    at("input", "utilization", index, field),
                    f"{value} {what} in {row.year} are more than {most} {whole}",
                    "correct the two figures from the file they came from",
                    related=((at("input", "utilization", index, limit), f"the {whole}"),),
                )
