"""Rule: abbreviations and numbers that have led to wrong doses."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import passage_rule
from reportkit.reading.style import UNSAFE
from reportkit.reading.text import Text


@passage_rule("warning", "clinical text")
def unsafe_abbreviation(text: Text) -> Iterator[Issue]:
    """The text uses an abbreviation or number form that has led to wrong doses.

    Why:
        A U is read as a zero and a point is overlooked; patients were given ten times the
        dose. The Joint Commission's list forbids these forms in records.

    Bad:
        # clinical-context
        follow_up: The patient takes 10 U of insulin.

    Good:
        # clinical-context
        follow_up: The patient takes 10 units of insulin.
    """
    for wording, better in UNSAFE:
        for match in wording.find(text):
            yield Issue(text.at(*match.span()), f"`{match[0]}` can be misread", f"write {better}")
