"""Rule: a file with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.form import problems
from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "form of files", waivable=False)
def empty_file(publication: Publication) -> Iterator[Issue]:
    """A file of the publication holds nothing.

    Why:
        A section that is there and says nothing looks finished to whoever lists the folder,
        and would leave a heading with nothing under it.

    Bad:
        # summary (whole)
        #later

    Good:
        # summary (whole)
        reportkit: summary/1
        definition: This code reports freezing of tissue.
        relevance: It tells where the service was given.
        importance: A wrong code is denied.
    """
    return problems(publication, "empty-file")
