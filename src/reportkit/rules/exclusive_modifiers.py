"""Rule: a text that puts two modifiers on one line that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.model.modifiers.exclusive import EXCLUSIVE
from reportkit.reading.modifiers import joined
from reportkit.reading.text import Text, prose_texts
from reportkit.workspace.publication import Publication


@rule("error", "modifiers")
def exclusive_modifiers(publication: Publication) -> Iterator[Issue]:
    """A text puts two modifiers on one line that never go together.

    Why:
        A procedure was reduced or broken off, repeated by the same clinician or by
        another, never both. A line with both is returned, or says what did not happen.

    Bad:
        # coding-specifications
        modifiers:
          - code: "52"
            description: The procedure was done in part by choice.
            when_to_use: Append it together with 53 on one line.
            documentation: The note says what was left.
            appended_to: procedure

    Good:
        # coding-specifications
        modifiers:
          - code: "52"
            description: The procedure was done in part by choice.
            when_to_use: Use when the clinician chose to treat a part, and not with 53.
            documentation: The note says what was left.
            appended_to: procedure
    """
    for text in prose_texts(publication):
        yield from _in_prose(publication, text)


def _in_prose(publication: Publication, text: Text) -> Iterator[Issue]:
    """Modifiers that a sentence puts on one line, with each other or with that of its row."""
    row: str | None = None
    match text.key, text.route:
        case "coding-specifications", ("modifiers", int(index), *_):
            row = publication.coding.modifiers[index].code
    for together in joined(text, row):
        reason = EXCLUSIVE.get(frozenset((together.first, together.second)))
        if reason is not None:
            yield Issue(
                text.at(together.start, together.end),
                f"modifiers {together.first} and {together.second} never go on one line: {reason}",
                "say which of the two goes on the line, and when",
            )
