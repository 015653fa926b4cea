"""Rule: a licence that has ended when the publication takes effect."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "licences", waivable=False)
def expired_licence(publication: Publication) -> Iterator[Issue]:
    """The CPT licence ends before the publication is issued or takes effect.

    Why:
        A licence of the American Medical Association runs from year to year. The notice in
        the publication says that its content is licensed, which has to be true on its day.

    Bad:
        # project
        licences: {cpt: AMA-0000, cpt_until: 2025-12-31}

    Good:
        # project
        licences: {cpt: AMA-0000, cpt_until: 2026-12-31}
    """
    licences, report = publication.project.licences, publication.report
    if licences.cpt is None or licences.cpt_until is None:
        return
    last = licences.cpt_until
    name, day = max(
        (("published", report.published), ("effective", report.effective)), key=lambda each: each[1]
    )
    if last < day:
        yield Issue(
            at("project", "licences", "cpt_until"),
            f"the CPT licence {licences.cpt} ends on {last}, before the publication is "
            f"{'issued' if name == 'published' else 'in effect'} on {day}",
            "renew the licence, or write `cpt: null` and print codes alone",
            related=((at("report", name), "the day of the publication"),),
        )
