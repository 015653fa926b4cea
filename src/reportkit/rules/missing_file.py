"""Rule: a file that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.form import problems
from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "form of files", waivable=False)
def missing_file(publication: Publication) -> Iterator[Issue]:
    """A file that every publication has is missing or cannot be read.

    Why:
        The publication would lack a section without saying so. A section with nothing to
        tell is written as a file whose gaps are named.

    Bad:
        # summary (absent)

    Good:
        # summary (whole)
        reportkit: summary/1
        definition: This code reports freezing of tissue.
        relevance: It tells where the service was given.
        importance: A wrong code is denied.
    """
    return problems(publication, "missing-file")
