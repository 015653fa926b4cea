"""Rule: data or code sets older than the quarter the publication takes effect in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication

_YEAR = re.compile(r"(20\d\d)")
_QUARTER = re.compile(r"(20\d\d)-?Q([1-4])|RVU(\d\d)([A-D])", re.IGNORECASE)
_FISCAL = re.compile(r"(?:FY)?(20\d\d)", re.IGNORECASE)


@rule("warning", "document control")
def stale_data(publication: Publication) -> Iterator[Issue]:
    """Data or a code set are older than the quarter the publication takes effect in.

    Why:
        CPT changes each January, ICD-10-CM each October, and edits, limits and fee schedule
        each quarter. A report on last quarter's data advises codes and amounts that no
        longer hold.

    Bad:
        # report
        code_sets: {cpt: "2025", hcpcs: null, icd10cm: FY2027, ncci: 2026Q4, mpfs: RVU26D}

    Good:
        # report
        code_sets: {cpt: "2026", hcpcs: null, icd10cm: FY2027, ncci: 2026Q4, mpfs: RVU26D}
    """
    report = publication.report
    quarter = (report.effective.month - 1) // 3 + 1
    start = date(report.effective.year, 3 * quarter - 2, 1)
    if report.data_as_of < start:
        yield _issue(publication, ("data_as_of",), f"{report.data_as_of}", f"{start}")
    sets = report.code_sets
    fiscal = report.effective.year + (report.effective.month >= 10)
    if sets.cpt and (year := _YEAR.search(sets.cpt)) and int(year[1]) < report.effective.year:
        yield _issue(publication, ("code_sets", "cpt"), sets.cpt, str(report.effective.year))
    if sets.icd10cm and (year := _FISCAL.search(sets.icd10cm)) and int(year[1]) < fiscal:
        yield _issue(publication, ("code_sets", "icd10cm"), sets.icd10cm, f"FY{fiscal}")
    for name in ("hcpcs", "ncci", "mpfs"):
        said = getattr(sets, name)
        release = _QUARTER.search(said) if said else None
        if release and _quarter(release) < (report.effective.year, quarter):
            current = f"the release of {report.effective.year}Q{quarter}"
            yield _issue(publication, ("code_sets", name), said, current)


def _quarter(release: re.Match[str]) -> tuple[int, int]:
    if release[1]:
        return int(release[1]), int(release[2])
    return 2000 + int(release[3]), "ABCD".index(release[4].upper()) + 1


def _issue(publication: Publication, route: tuple[str, ...], said: str, current: str) -> Issue:
    return Issue(
        at("report", *route),
        f"{route[-1]} {said} is older than what holds on {publication.report.effective}, {current}",
        "bring the data up to date, or waive the finding with the reason",
        related=((at("report", "effective"), "the publication takes effect here"),),
    )
