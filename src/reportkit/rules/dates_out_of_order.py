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
