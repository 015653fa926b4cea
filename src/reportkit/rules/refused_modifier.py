"""Rule: a modifier that prose refuses and the table tells how to use."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.reading.modifiers import refusals
from reportkit.reading.text import worded_texts_but
from reportkit.workspace.publication import Publication


@rule("error", "modifiers")
def refused_modifier(publication: Publication) -> Iterator[Issue]:
    """A text says that a modifier does not go with the code, and the table says when to use it.

    Why:
        Who reads the sentence leaves the modifier off, who reads the table appends it. One of the
        two claims is denied.

    Bad:
        # coding-specifications
        intro: Modifier 22 does not apply to this code.

    Good:
        # coding-specifications
        intro: Modifier 62 does not apply to this code.
    """
    rows = {row.code: index for index, row in enumerate(publication.coding.modifiers)}
    for text in worded_texts_but(publication, ("companion_services", "sources", "revisions")):
        for mention in refusals(text):
            if mention.code in rows:
                row = at("coding-specifications", "modifiers", rows[mention.code], "when_to_use")
                yield Issue(
                    text.at(mention.start, mention.end),
                    f"modifier {mention.code} is refused here, and the table says when to use it",
                    "say in which case it does not go, or take its row out",
                    related=((row, "when to use it"),),
                )
