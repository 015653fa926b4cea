"""Rule: dates of the publication that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.model.base import given
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
    for where, day in _past(publication):
        if report.published < day != UNKNOWN_DATE:
            yield Issue(
                where,
                f"{where.route[-1]} {day} is after the publication on {report.published}",
                "correct the day, or the day of publication",
                related=((at("report", "published"), "published is here"),),
            )


def _past(publication: Publication) -> Iterator[tuple[At, date]]:
    """Days that were over when the publication was made, and where they are written."""
    report, data = publication.report, publication.input
    for index, revision in enumerate(report.revisions):
        yield at("report", "revisions", index, "date"), revision.date
    for index, source in enumerate(report.sources):
        yield at("report", "sources", index, "accessed"), source.accessed
    for name in ("mpfs", "opps", "asp"):
        released: date | None = given(getattr(data, name), "released", None)
        if released is not None:
            yield at("input", name, "released"), released
    for index, policy in enumerate(data.coverage or ()):
        yield at("input", "coverage", index, "accessed"), policy.accessed
        if policy.last_review is not None:
            yield at("input", "coverage", index, "last_review"), policy.last_review
    for index, update in enumerate(data.policy_updates or ()):
        yield at("input", "policy_updates", index, "date"), update.date
