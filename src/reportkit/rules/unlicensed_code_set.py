"""Rule: a code of a set whose owner grants licences, without one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import printed
from reportkit.workspace.publication import Publication

_DENTAL = re.compile(
    r"\b(?:CDT|dental|HCPCS|codes?)\b[®:#]?(?:\s+(?:CDT|dental|HCPCS|codes?))*\s+(?P<code>D\d{4})\b",
    re.IGNORECASE,
)
_BILL = re.compile(
    r"\brevenue\s+codes?\s+(?P<code>\d{3,4}|\d{2,3}X)(?!\w|\.\d)"
    r"|\b(?:types?\s+of\s+bill|bill\s+types?|TOB)\s+(?P<bill>0?\d{3}|0?\d{2}X)(?!\w|\.\d)",
    re.IGNORECASE,
)


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
    for passage in printed(publication):
        if licences.cdt is None:
            for found in _DENTAL.finditer(passage.plain):
                where = At(passage.key, passage.route, Span(*found.span("code")))
                yield _issue(where, found["code"], "CDT, of the American Dental Association", "cdt")
        if licences.ub04 is None:
            for found in _BILL.finditer(passage.plain):
                where = At(passage.key, passage.route, Span(*found.span()))
                yield _issue(where, found[0], "UB-04, of the American Hospital Association", "ub04")


def _issue(where: At, found: str, owner: str, key: str) -> Issue:
    return Issue(
        where,
        f"`{found}` belongs to {owner}, and no licence is declared",
        f"say it without the code, or declare `{key}:` under `licences:` in report/project.yaml",
        related=((at("project", "licences"), "the licences declared"),),
    )
