"""Rule: wording that puts the condition before the person, or blames the patient."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import passage_rule
from reportkit.reading.style import PERSON_FIRST
from reportkit.reading.text import Text


@passage_rule("warning", "clinical text")
def person_first(text: Text) -> Iterator[Issue]:
    """The wording names people by their condition, or blames the patient.

    Why:
        A person has a condition and is not one; and a patient reports, where an accused
        denies. Style guides of medicine agree on this (AMA Manual of Style 11.12).

    Bad:
        # summary
        relevance: The code is used for diabetics.

    Good:
        # summary
        relevance: The code is used for people with diabetes.
    """
    for wording, better in PERSON_FIRST:
        for match in wording.find(text):
            yield Issue(
                text.at(*match.span()),
                f"`{match[0]}` does not put the person first",
                f"write `{better}`",
            )
