"""Rule: rows of the modifier table that are out of order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportkit.check.issue import Issue, Order, at
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("warning", "structure")
def unsorted_modifiers(publication: Publication) -> Iterator[Issue]:
    """The rows of the modifier table are not in order: numbers first, then letters.

    Why:
        Readers look a modifier up by its code. In a table out of order they miss the row
        and take it as not there.

    Bad:
        # coding-specifications
        modifiers:
          - code: "59"
            description: A distinct service on the same day.
            when_to_use: Use when another service of that day was separate from this one.
            documentation: The note shows a separate site.
            appended_to: column-two
          - code: "22"
            description: The work was far above what is usual.
            when_to_use: Use when scarring made the freezing much harder than usual.
            documentation: The note states the cause.
            appended_to: procedure

    Good:
        # coding-specifications
        modifiers: []
    """
    codes = [row.code for row in publication.coding.modifiers]
    for index, (before, code) in enumerate(pairwise(codes), start=1):
        if _rank(code) < _rank(before):
            previous = at("coding-specifications", "modifiers", index - 1, "code")
            yield Issue(
                at("coding-specifications", "modifiers", index, "code"),
                f"modifier {code} stands after {before}; the order is "
                f"{', '.join(sorted(codes, key=_rank))}",
                "move the row; numbers come first, then letters",
                related=((previous, "the row before"),),
                fix=Order(
                    ("modifiers",),
                    tuple(sorted(range(len(codes)), key=lambda row: _rank(codes[row]))),
                ),
            )
            return


def _rank(code: str) -> tuple[bool, str]:
    return (not code.isdigit(), code)
