"""Rule: a code of a set whose owner grants licences, without one."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.reading.style import LicensedCode, licensed_codes
from reportkit.reading.text import Text, printed_texts
from reportkit.workspace.publication import Publication

_OWNERS = {
    "cdt": "CDT, of the American Dental Association",
    "ub04": "UB-04, of the American Hospital Association",
}


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
        for code in licensed_codes(text):
            if getattr(licences, code.of) is None:
                yield _issue(text, code)


def _issue(text: Text, code: LicensedCode) -> Issue:
    named = text.plain[code.start : code.end]
    return Issue(
        text.at(code.start, code.end),
        f"`{named}` belongs to {_OWNERS[code.of]}, and no licence is declared",
        "say it without the code, or declare "
        f"`{code.of}:` under `licences:` in report/project.yaml",
        related=((at("project", "licences"), "the licences declared"),),
    )
