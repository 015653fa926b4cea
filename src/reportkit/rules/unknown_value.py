"""Rule: a word that is not one of a list."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.form import problems
from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "form of files", waivable=False)
def unknown_value(publication: Publication) -> Iterator[Issue]:
    """A value is not one of those its key can have.

    Why:
        These values choose what is printed and which rules apply, so a word outside the list
        would choose nothing.

    Bad:
        # billing-overview
        purpose: Therapeutical

    Good:
        # billing-overview
        purpose: therapeutic
    """
    return problems(publication, "unknown-value")
