"""Rule: a key that has to be there and is not."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.form import problems
from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "form of files", waivable=False)
def missing_key(publication: Publication) -> Iterator[Issue]:
    """A key that the file has to have is missing.

    Why:
        A key left out does not say whether the data was looked for. Written out as `null` it
        does, and the gap can be named to the reader.

    Bad:
        # summary (whole)
        reportkit: summary/1
        definition: This code reports freezing of tissue.
        relevance: It tells where the service was given.

    Good:
        # summary (whole)
        reportkit: summary/1
        definition: This code reports freezing of tissue.
        relevance: It tells where the service was given.
        importance: A wrong code is denied.
    """
    return problems(publication, "missing-key")
