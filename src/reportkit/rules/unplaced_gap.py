"""Rule: a gap told in a section that the report does not have."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Fix, Issue, at
from reportkit.check.rule import rule
from reportkit.model.datasets import KINDS, told_in
from reportkit.workspace.publication import Publication


@rule("error", "missing data")
def unplaced_gap(publication: Publication) -> Iterator[Issue]:
    """A record under `missing:` names a section that is not in the report.

    Why:
        A gap is told where the reader looks for the data. In a section that is not
        published nobody is told.

    Bad:
        # report
        sections: [summary, billing-overview, clinical-context, coding-specifications]

    Good:
        # report
        sections: [summary, billing-overview, clinical-context, coding-specifications, diagnoses]
    """
    sections = publication.report.sections
    for index, record in enumerate(publication.input.missing):
        if record.section not in sections:
            yield Issue(
                at("input", "missing", index, "section"),
                f"the gap `{record.field}` is to be told in `{record.section}`, which is not a"
                " section of the report",
                f"write one of {', '.join(sections)}, or add the section to report.yaml",
                related=((at("report", "sections"), "the sections of the report"),),
                fix=_fix(record.field, sections),
            )


def _fix(field: str, sections: tuple[str, ...]) -> Fix | None:
    """The section that tells of a kind of data, or stands in for the one that would."""
    told = told_in(KINDS[field], sections) if field in KINDS else ""
    return Fix(told) if told in sections else None
