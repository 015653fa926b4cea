"""Rule: a date or version that prose gives the publication and its own fields do not."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.report import UNKNOWN_DATE
from reportkit.reading.dates import document_dates, replaced_editions, version_mentions
from reportkit.reading.text import worded_texts_but
from reportkit.workspace.publication import Publication


@rule("error", "document control")
def prose_against_document_dates(publication: Publication) -> Iterator[Issue]:
    """A text gives the publication another date or version than report.yaml does.

    Why:
        The cover prints the day a report takes effect and the day of its next review. A sentence
        that names another day was left behind by an earlier edition.

    Bad:
        # report
        next_review: 2027-11-02
        # summary
        relevance: The next review is planned for May 2027.

    Good:
        # report
        next_review: 2027-11-02
        # summary
        relevance: The next review is planned for November 2027.
    """
    for text in worded_texts_but(publication, ("revisions", "sources")):
        for mention in document_dates(text):
            day = getattr(publication.report, mention.field)
            if day != UNKNOWN_DATE and not mention.date.fits(day):
                yield Issue(
                    text.at(mention.start, mention.end),
                    f"`{text.plain[mention.start : mention.end]}` is not the {mention.field} "
                    f"of the report, which is {day}",
                    "write the day that report.yaml gives, or leave it to the cover",
                    related=((at("report", mention.field), f"{mention.field} is here"),),
                )
        for named in version_mentions(text):
            if named.version != publication.report.version:
                yield Issue(
                    text.at(named.start, named.end),
                    f"`{named.version}` is not the version of the report, which is "
                    f"{publication.report.version}",
                    "write the version that report.yaml gives, or leave it to the cover",
                    related=((at("report", "version"), "version is here"),),
                )
        for start, end in replaced_editions(text) if _is_first(publication) else ():
            yield Issue(
                text.at(start, end),
                f"`{text.plain[start:end]}`, and no revision of an earlier edition is recorded",
                "record the earlier edition under `revisions:`, or leave the sentence out",
                related=((at("report", "revisions"), "the revisions recorded"),),
            )


def _is_first(publication: Publication) -> bool:
    """Whether the record of revisions knows one edition alone."""
    return len(publication.report.revisions) == 1
