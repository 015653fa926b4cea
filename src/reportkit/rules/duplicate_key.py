"""Rule: a key written twice in one mapping."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.form import problems
from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "form of files", waivable=False)
def duplicate_key(publication: Publication) -> Iterator[Issue]:
    """A key is written twice in the same mapping.

    Why:
        Of two values under one key only one can be published, and readers of the file
        cannot tell which.

    Bad:
        # summary (whole)
        reportkit: summary/1
        definition: This code reports freezing of tissue.
        definition: This code reports burning of tissue.
        relevance: It tells where the service was given.
        importance: A wrong code is denied.

    Good:
        # summary (whole)
        reportkit: summary/1
        definition: This code reports freezing of tissue.
        relevance: It tells where the service was given.
        importance: A wrong code is denied.
    """
    return problems(publication, "duplicate-key")
