"""Rule: advice to use a modifier for the sake of payment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.check.words import negated
from reportkit.findings.place import Span
from reportkit.workspace.passages import Passage

_ADVICE = re.compile(
    r"\b(?:to|and|will|can|may) (?:bypass|get around|get past|override|unlock|defeat)"
    r" (?:(?:the|an|any|this|ncci|payer|claim) )*(?:edits?|bundling|checks?)\b"
    r"|\bto (?:get|be) (?:paid|reimbursed)\b"
    r"|\bto (?:avoid|prevent|get around) (?:a |an |any |the |claim )*denials?\b"
    r"|\bto (?:maximi[sz]e|increase|boost|secure) (?:the )?(?:payment|reimbursement|revenue)\b"
    r"|\bto unbundle\b",
    re.IGNORECASE,
)


@passage_rule("warning", "modifiers")
def edit_bypass_advice(passage: Passage) -> Iterator[Issue]:
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
    for found in _ADVICE.finditer(passage.plain):
        if not negated(passage.plain, found.start()):
            yield Issue(
                At(passage.key, passage.route, Span(*found.span())),
                f"`{found[0]}` advises a modifier for the sake of payment",
                "say what has to have happened for the modifier to be true",
            )
