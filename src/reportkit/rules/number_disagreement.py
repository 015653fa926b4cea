"""Rule: a word of number whose noun does not agree with it."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.reading.agreement import disagreements
from reportkit.reading.text import worded_texts
from reportkit.workspace.publication import Publication


@rule("warning", "style")
def number_disagreement(publication: Publication) -> Iterator[Issue]:
    """A word of number and its noun do not agree.

    Why:
        `Two day` is the mark of a sentence in which one word was changed and the next was not.
        Which of the two is right, the reader cannot tell.

    Bad:
        # summary
        relevance: The visits take place on two day.

    Good:
        # summary
        relevance: The visits take place on two days.
    """
    for text in worded_texts(publication):
        for start, end in disagreements(text):
            yield Issue(
                text.at(start, end),
                f"`{text.plain[start:end]}` has a word of number that its noun does not follow",
                "correct the number, or the noun behind it",
            )
