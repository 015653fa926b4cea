"""Rule: a code written as a number."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.form import problems
from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "form of files", waivable=False)
def number_for_text(publication: Publication) -> Iterator[Issue]:
    """A code or another text is written as a number, without quotes.

    Why:
        As a number `010` is ten and `00100` is a hundred. Codes keep their zeros only as text.

    Bad:
        # input
        modifiers: [22, "59"]

    Good:
        # input
        modifiers: ["22", "59"]
    """
    return problems(publication, "number-for-text")
