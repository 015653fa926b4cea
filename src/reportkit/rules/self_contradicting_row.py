"""Rule: a row whose own text says that it is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import Passage

_GONE = (
    r"(?:omitted|removed|excluded|deleted|left out|dropped|withheld"
    r"|not (?:listed|included|provided|shown))"
)
_CONTRADICTION = re.compile(
    rf"\b(?:this|the) (?:row|modifier|entry|line|step)\s+(?:is|was|has been|will be)\s+"
    rf"(?:therefore |thus |hence )?{_GONE}"
    rf"|\btherefore (?:this row is )?{_GONE}"
    r"|\b(?:was|were) not (?:in|on|among) the (?:provided |given )?(?:list|input|data|table)\b"
    rf"|\b{_GONE} (?:here|above|below|(?:from|in|on) (?:this|the) (?:table|list|report|row))",
    re.IGNORECASE,
)
_ROWS = {
    ("coding-specifications", "modifiers"),
    ("coding-specifications", "companion_services"),
    ("clinical-context", "workflow"),
}


@passage_rule("error", "editorial leaks", waivable=False)
def self_contradicting_row(passage: Passage) -> Iterator[Issue]:
    """A row of a table or list says of itself that it was left out.

    Why:
        A row that says it is omitted is still a row: readers put its modifier on a claim.
        Whatever should not be published has to be absent.

    Bad:
        # coding-specifications
        modifiers:
          - code: "22"
            description: The work was far above what is usual.
            when_to_use: Use with scarring; the modifier is not listed, so this row is removed.
            documentation: The note states the cause.
            appended_to: procedure

    Good:
        # coding-specifications
        modifiers: []
        excluded_modifiers:
          - {code: "22", reason: The work hardly ever varies.}
    """
    if (passage.key, passage.route[:1] and passage.route[0]) not in _ROWS:
        return
    for found in _CONTRADICTION.finditer(passage.plain):
        yield Issue(
            At(passage.key, passage.route, Span(*found.span())),
            f"the row says of itself `{found[0]}`, and yet it is there",
            "delete the row; give a provided modifier a reason under `excluded_modifiers:`",
        )
