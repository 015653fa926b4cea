"""Rule: a date that stands in for one nobody has given."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.report import UNKNOWN_DATE
from reportkit.workspace.publication import Publication

_DATES = ("published", "effective", "data_as_of", "next_review")


@rule("error", "document control", waivable=False)
def placeholder_date(publication: Publication) -> Iterator[Issue]:
    """A date of the publication stands in for one that is not known.

    Why:
        An old report often gives no dates, and the form asks for them. The last day of the year
        9999 says that somebody still has to find out; printed, it would be a false statement.

    Bad:
        # report
        next_review: 9999-12-31

    Good:
        # report
        next_review: 2027-03-01
    """
    for name in _DATES:
        day = getattr(publication.report, name)
        if day == UNKNOWN_DATE:
            yield Issue(
                at("report", name),
                f"{name} {day} stands in for a date that nobody has given",
                "find out the date, and write it",
            )
