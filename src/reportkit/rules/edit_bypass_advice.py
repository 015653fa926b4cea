"""Rule: advice to use a modifier for the sake of payment."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import passage_rule
from reportkit.reading.advice import ASKED, BYPASS, HAPPENED, PAID_BOTH
from reportkit.reading.text import Text
from reportkit.reading.wording import stretches


@passage_rule("warning", "modifiers")
def edit_bypass_advice(text: Text) -> Iterator[Issue]:
    """The text advises a modifier for the sake of payment and not for what was done.

    Why:
        A modifier states a fact about the service. Advice to use one to get past an edit is
        what auditors look for, and it puts the reader at risk.

    Bad:
        # summary
        relevance: Modifier 59 is used to bypass the edit.

    Good:
        # summary
        relevance: Modifier 59 says that the services were at separate sites.
    """
    for match in stretches(text, (*BYPASS, PAID_BOTH)):
        sentence = text.sentence(match.start())
        told = match.re is PAID_BOTH.compiled and HAPPENED.within(sentence.text)
        asked = ASKED.within(text.plain[sentence.start : match.start()])
        if not (told or asked) and sentence.polarity(*match.span()) not in (
            "denied",
            "advised against",
        ):
            yield Issue(
                text.at(*match.span()),
                f"`{match[0]}` advises a modifier for the sake of payment",
                "say what has to have happened for the modifier to be true",
            )
