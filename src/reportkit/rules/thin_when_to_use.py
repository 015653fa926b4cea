"""Rule: advice on a modifier that is too short, or repeats the description."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.check.words import words
from reportkit.workspace.publication import Publication

_LEAST = 6


@rule("warning", "modifiers")
def thin_when_to_use(publication: Publication) -> Iterator[Issue]:
    """A modifier's `when_to_use` gives no condition: too short, or the description again.

    Why:
        The column exists to tell one situation from another. A copy of the description or
        a few words leave the choice to the reader.

    Bad:
        # coding-specifications
        modifiers:
          - code: "22"
            description: The work was far above what is usual.
            when_to_use: Use when needed.
            documentation: The note states the cause.
            appended_to: procedure

    Good:
        # coding-specifications
        modifiers:
          - code: "22"
            description: The work was far above what is usual.
            when_to_use: Use when scarring made the freezing much harder than it usually is.
            documentation: The note states the cause.
            appended_to: procedure
    """
    for index, row in enumerate(publication.coding.modifiers):
        said = words(row.when_to_use)
        described = set(words(row.description))
        where = at("coding-specifications", "modifiers", index, "when_to_use")
        if len(said) < _LEAST:
            yield Issue(
                where,
                f"modifier {row.code}: {len(said)} words give no condition; {_LEAST} are the least",
                "say what happened and what sets the case apart",
            )
        elif len(described & set(said)) >= 0.8 * len(set(said)):
            yield Issue(
                where,
                f"modifier {row.code}: the advice repeats the description",
                "say what happened and what sets the case apart",
                related=(
                    (at("coding-specifications", "modifiers", index, "description"), "description"),
                ),
            )
