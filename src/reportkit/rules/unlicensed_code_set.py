"""Rule: a code of a set whose owner grants licences, without one."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.reading.style import DENTAL, HOSPITAL_BILL
from reportkit.reading.text import printed_texts
from reportkit.workspace.publication import Publication


@rule("warning", "licences")
def unlicensed_code_set(publication: Publication) -> Iterator[Issue]:
    """A text names a dental code, a revenue code or a type of bill without a licence.

    Why:
        CDT belongs to the American Dental Association, the revenue codes and types of bill of
        UB-04 to the American Hospital Association. Their content is not to be used in a
        product without consent, and each asks for a notice of its own.

    Bad:
        # summary
        relevance: The hospital bills the service under revenue code 0761.

    Good:
        # summary
        relevance: The hospital bills the service on its own claim.
    """
    licences = publication.project.licences
    for text in printed_texts(publication):
        if licences.cdt is None:
            for match in DENTAL.find(text):
                where = text.at(*match.span("code"))
                yield _issue(where, match["code"], "CDT, of the American Dental Association", "cdt")
        if licences.ub04 is None:
            for match in HOSPITAL_BILL.find(text):
                where = text.at(*match.span())
                yield _issue(where, match[0], "UB-04, of the American Hospital Association", "ub04")


def _issue(where: At, named: str, owner: str, key: str) -> Issue:
    return Issue(
        where,
        f"`{named}` belongs to {owner}, and no licence is declared",
        f"say it without the code, or declare `{key}:` under `licences:` in report/project.yaml",
        related=((at("project", "licences"), "the licences declared"),),
    )
