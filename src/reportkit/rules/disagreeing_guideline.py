"""Rule: a guideline of another year than the source it is taken from."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.reading.claims import YEAR
from reportkit.workspace.publication import Publication


@rule("error", "clinical text")
def disagreeing_guideline(publication: Publication) -> Iterator[Issue]:
    """A guideline is listed with a year that its source does not name.

    Why:
        Guidelines change between years, and the year is how readers find the one meant. The
        citation of its source names it too; one of the two was mistyped or left behind.

    Bad:
        # report
        sources[0].citation: "Specimen Society, Care after an abnormal test, 2024"

    Good:
        # report
        sources[0].citation: "Specimen Society, Care after an abnormal test, 2025"
    """
    sources = {source.id: index for index, source in enumerate(publication.report.sources)}
    for index, guideline in enumerate(publication.clinical.guidelines or ()):
        place = sources.get(guideline.source)
        if place is None:
            continue
        citation = publication.report.sources[place].citation
        years = [match[0] for match in YEAR.each(citation)]
        if years and str(guideline.year) not in years:
            yield Issue(
                at("clinical-context", "guidelines", index, "year"),
                f"the guideline is of {guideline.year}, and its source names "
                f"{' and '.join(dict.fromkeys(years))}",
                "write the year of the guideline in both places",
                related=((at("report", "sources", place, "citation"), "its source"),),
            )
