"""Rule: a row whose own text says that it is not there."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import passage_rule
from reportkit.reading.leaks import DEAD_ROWS
from reportkit.reading.text import Text
from reportkit.reading.wording import stretches

_ROWS = {
    ("coding-specifications", "modifiers"),
    ("coding-specifications", "companion_services"),
    ("clinical-context", "workflow"),
}


@passage_rule("error", "editorial leaks")
def self_contradicting_row(text: Text) -> Iterator[Issue]:
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
    if (text.key, text.route[:1] and text.route[0]) not in _ROWS:
        return
    for match in stretches(text, DEAD_ROWS):
        yield Issue(
            text.at(*match.span()),
            f"the row says of itself `{match[0]}`, and yet it is there",
            "delete the row; give a provided modifier a reason under `excluded_modifiers:`",
        )
