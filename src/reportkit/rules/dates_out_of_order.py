"""Rule: dates of the publication that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.report import UNKNOWN_DATE
from reportkit.workspace.publication import Publication

_ORDER = ("data_as_of", "published", "effective", "next_review")


@rule("error", "document control")
def dates_out_of_order(publication: Publication) -> Iterator[Issue]:
    """The dates of the publication are not in order.

    Why:
        Data come first, then the publication, then the day it takes effect, then the next
        review. Dates in another order leave open what was known when.

    Bad:
        # report
        published: 2026-10-02

    Good:
        # report
        published: 2026-11-02
    """
    report = publication.report
    for index, (earlier, later) in enumerate(pairwise(_ORDER)):
        first, second = getattr(report, earlier), getattr(report, later)
        if UNKNOWN_DATE in (first, second):
            continue
        strictly = later == "next_review"
        if first > second or (strictly and first == second):
            yield Issue(
                at("report", later),
                f"{later} {second} is {'not after' if strictly else 'before'} {earlier} {first}",
                f"the order is {', '.join(_ORDER)}; correct one of the two dates",
                related=((at("report", _ORDER[index]), f"{earlier} is here"),),
            )
    yield from _after_publication(publication)


def _after_publication(publication: Publication) -> Iterator[Issue]:
    """Days of the report's own past that lie after it was published."""
    report = publication.report
    if report.published == UNKNOWN_DATE:
        return
    days = [
        (("revisions", index, "date"), row.date) for index, row in enumerate(report.revisions)
    ] + [(("sources", index, "accessed"), row.accessed) for index, row in enumerate(report.sources)]
    for route, day in days:
        if report.published < day != UNKNOWN_DATE:
            yield Issue(
                at("report", *route),
                f"{route[-1]} {day} is after the publication on {report.published}",
                "correct the day, or the day of publication",
                related=((at("report", "published"), "published is here"),),
            )
