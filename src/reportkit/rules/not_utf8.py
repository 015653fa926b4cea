"""Rule: a file that is not UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.form import problems
from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "form of files", waivable=False)
def not_utf8(publication: Publication) -> Iterator[Issue]:
    """A file is not encoded as UTF-8.

    Why:
        Letters outside ASCII would be published as other letters, and a name or a unit would be
        wrong without anyone having changed it.

    Bad:
        # summary (latin-1)
        reportkit: summary/1
        definition: This code reports the biopsy of a nævus.
        relevance: It tells where the service was given.
        importance: A wrong code is denied.

    Good:
        # summary (whole)
        reportkit: summary/1
        definition: This code reports the biopsy of a nævus.
        relevance: It tells where the service was given.
        importance: A wrong code is denied.
    """
    return problems(publication, "not-utf8")
