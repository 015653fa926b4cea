"""Rule: wording of modifiers that has been replaced."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import passage_rule
from reportkit.reading.advice import OTHER_PROFESSIONALS, SAME_PHYSICIAN
from reportkit.reading.text import Text


@passage_rule("info", "modifiers")
def dated_wording(text: Text) -> Iterator[Issue]:
    """The text speaks of the same physician alone, which modifiers no longer do.

    Why:
        Modifiers for the same physician have long included other qualified health care
        professionals. The old wording tells a nurse practitioner the modifier is not hers.

    Bad:
        # summary
        relevance: It covers a visit by the same physician on that day.

    Good:
        # summary
        relevance: It covers a visit by the same clinician on that day.
    """
    for match in SAME_PHYSICIAN.find(text):
        if not OTHER_PROFESSIONALS.within(text.sentence(match.start()).text):
            yield Issue(
                text.at(*match.span()),
                f"`{match[0]}` leaves out other qualified health care professionals",
                "write `the same clinician`, or add `or other qualified health care professional`",
            )
