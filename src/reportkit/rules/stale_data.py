"""Rule: data or code sets older than the quarter the publication takes effect in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from reportkit.check.issue import At, Issue, at
from reportkit.check.releases import Quarter, quarter_of, quarters, releases
from reportkit.check.rule import rule
from reportkit.model.report import UNKNOWN_DATE, Report
from reportkit.workspace.publication import Publication

_YEAR = re.compile(r"(20\d\d)")
_FISCAL = re.compile(r"(?:FY)?(20\d\d)", re.IGNORECASE)
_LONGEST: Final = timedelta(days=2 * 366)
"""How long a publication stands before it is looked at again, at the most."""


@rule("warning", "document control")
def stale_data(publication: Publication) -> Iterator[Issue]:
    """Data or a code set are older than the quarter the publication takes effect in, or the next
    review is so late that all of them were replaced twice.

    Why:
        CPT changes each January, ICD-10-CM each October, and edits, limits and fee schedule
        each quarter. A report on last quarter's data advises codes and amounts that no
        longer hold. After two years nothing that it prints has not been replaced twice.

    Bad:
        # report
        code_sets: {cpt: "2025", hcpcs: null, icd10cm: FY2027, ncci: 2026Q4, mpfs: RVU26D}

    Good:
        # report
        code_sets: {cpt: "2026", hcpcs: null, icd10cm: FY2027, ncci: 2026Q4, mpfs: RVU26D}
    """
    report = publication.report
    current = quarter_of(report.effective)
    if report.data_as_of < current.start:
        said = f"data_as_of {report.data_as_of}"
        yield _issue(publication, at("report", "data_as_of"), said, f"{current.start}")
    sets = report.code_sets
    fiscal = report.effective.year + (report.effective.month >= 10)
    if sets.cpt and (year := _YEAR.search(sets.cpt)) and int(year[1]) < report.effective.year:
        yield _set(publication, "cpt", sets.cpt, str(report.effective.year))
    if sets.icd10cm and (year := _FISCAL.search(sets.icd10cm)) and int(year[1]) < fiscal:
        yield _set(publication, "icd10cm", sets.icd10cm, f"FY{fiscal}")
    for name in ("hcpcs", "ncci", "mpfs"):
        said = getattr(sets, name) or ""
        if any(quarter < current for quarter in quarters(said)):
            yield _set(publication, name, said, f"the release of {current}")
    yield from _datasets(publication, current)
    yield from _late_review(publication.report)


def _late_review(report: Report) -> Iterator[Issue]:
    """A review that comes when all data was replaced twice."""
    if report.next_review - report.effective > _LONGEST and report.next_review != UNKNOWN_DATE:
        yield Issue(
            at("report", "next_review"),
            f"next_review {report.next_review} is more than two years after the report takes "
            f"effect, on {report.effective}",
            "plan the review for a day on which the data can still be trusted",
            related=((at("report", "effective"), "the publication takes effect here"),),
        )


def _datasets(publication: Publication, current: Quarter) -> Iterator[Issue]:
    """Datasets whose release the cover does not name, as the code sets were judged before."""
    for release in releases(publication.input):
        named = release.kind.code_set
        shown = getattr(publication.report.code_sets, named) if named else None
        own = quarters(release.name)
        if not set(own) <= set(quarters(shown or "")) and any(quarter < current for quarter in own):
            said = f"{release.kind.key} {release.name}"
            yield _issue(publication, release.at, said, f"the release of {current}")


def _set(publication: Publication, name: str, said: str, current: str) -> Issue:
    return _issue(publication, at("report", "code_sets", name), f"{name} {said}", current)


def _issue(publication: Publication, where: At, said: str, current: str) -> Issue:
    return Issue(
        where,
        f"{said} is older than what holds on {publication.report.effective}, {current}",
        "bring the data up to date, or waive the finding with the reason",
        related=((at("report", "effective"), "the publication takes effect here"),),
    )
