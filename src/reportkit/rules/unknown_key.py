"""Rule: a key no model knows."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.form import problems
from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "form of files", waivable=False)
def unknown_key(publication: Publication) -> Iterator[Issue]:
    """A key is not one that the file may have.

    Why:
        What stands under a misspelt key is never published, and the author would only learn
        of it from a reader.

    Bad:
        # summary
        note: [Ask the editor for a second opinion.]

    Good:
        # summary
        notes: [Ask the editor for a second opinion.]
    """
    return problems(publication, "unknown-key")
