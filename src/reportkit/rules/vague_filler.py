"""Rule: sentences about the report that say nothing about the code."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import passage_rule
from reportkit.reading.filler import FILLER
from reportkit.reading.text import Text
from reportkit.reading.wording import stretches


@passage_rule("info", "style")
def vague_filler(text: Text) -> Iterator[Issue]:
    """A phrase talks about the report and says nothing about the code.

    Why:
        Readers come for the code. A sentence on what the report equips them with delays
        that, and each such sentence is a promise somebody has to keep. `Overall` of a patient
        is a finding and left alone.

    Bad:
        # summary
        relevance: This summary equips readers with the facts.

    Good:
        # summary
        relevance: The site of service decides the rate.
    """
    for match in stretches(text, FILLER):
        if text.key == "clinical-context" and match[0] == "Overall":
            continue
        yield Issue(
            text.at(*match.span()),
            f"`{match[0]}` says nothing about the code",
            "delete the sentence, or say what it was to say",
        )
