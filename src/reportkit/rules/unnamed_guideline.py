"""Rule: a guideline that is appealed to without its name."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import passage_rule
from reportkit.reading.claims import APPEALS, BODIES, YEAR
from reportkit.reading.text import Text
from reportkit.reading.wording import once_a_sentence, stretches


@passage_rule("warning", "clinical text")
def unnamed_guideline(text: Text) -> Iterator[Issue]:
    """The text appeals to guidelines and names none.

    Why:
        Guidelines differ between bodies and years. "Per guidelines" cannot be checked, and
        it goes on saying so after the guideline has changed.

    Bad:
        # clinical-context
        follow_up: The patient returns for a test per guidelines.

    Good:
        # clinical-context
        follow_up: The patient returns for a test per guidelines [@manual].
    """
    for match, sentence in once_a_sentence(text, stretches(text, APPEALS)):
        named = BODIES.within(sentence.text) or YEAR.within(sentence.text)
        if named or text.cites(sentence):
            continue
        yield Issue(
            text.at(*match.span()),
            f"`{match[0].strip()}` names no guideline",
            "name the body, title and year, or cite a source as `[@id]`",
        )
