"""Rule: text that speaks of the input, the prompt or the rules it was written by."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.rule import Match, text_rule
from reportkit.reading.leaks import PIPELINE
from reportkit.reading.quotations import is_quoted
from reportkit.reading.text import Text
from reportkit.reading.wording import stretches


@text_rule("error", "editorial leaks", waivable=False)
def pipeline_talk(text: Text) -> Iterator[Match]:
    """The text speaks of the input, the prompt or the rules it was written by.

    Why:
        Readers know nothing of how a report is made. A sentence about the input tells
        them that nobody read the page before it went out. What a patient says in quotation
        marks is left alone.

    Bad:
        # summary
        relevance: The modifiers in the provided list are shown below.

    Good:
        # summary
        relevance: The modifiers of the code are shown below.
    """
    for match in stretches(text, PIPELINE):
        if text.key == "clinical-context" and is_quoted(text, *match.span()):
            continue
        yield Match(
            text.source(*match.span()),
            f"`{match[0]}` speaks of how the report is made",
            "say it about the code, or record the gap under `missing:` in input.yaml",
        )
