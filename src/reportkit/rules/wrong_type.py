"""Rule: a value of another kind."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.form import problems
from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "form of files", waivable=False)
def wrong_type(publication: Publication) -> Iterator[Issue]:
    """A value is of another kind than its key takes.

    Why:
        A list where a text is expected, or a word where a number is, cannot be printed or
        computed with.

    Bad:
        # summary
        relevance: [It tells where, It tells for whom]

    Good:
        # summary
        relevance: It tells where the service was given and for whom.
    """
    return problems(publication, "wrong-type")
