"""Rule: a table of modifiers without a row, and nothing that says why."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at, at_key
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "structure")
def empty_modifier_table(publication: Publication) -> Iterator[Issue]:
    """The modifier table has no row, and nothing says why.

    Why:
        An empty table leaves open whether no modifier applies or nobody provided any.
        The one is a statement about the code, the other a gap.

    Bad:
        # coding-specifications
        modifiers: []

    Good:
        # input
        modifiers: []
        # coding-specifications
        modifiers: []
    """
    coding = publication.coding
    provided = publication.input.modifiers
    fields = ("modifiers", "coding-specifications.modifiers")
    named = any(gap.field in fields for gap in publication.input.missing)
    if coding.modifiers or provided == () or named:
        return
    if provided is None:
        message = "the table has no row, the input provides no modifiers and names no gap"
        hint = "name the gap under `missing:` in input.yaml, or write `modifiers: []` there"
    else:
        excluded = {modifier.code for modifier in coding.excluded_modifiers}
        left = [code for code in provided if code not in excluded]
        if not left:
            return
        message = f"the table has no row, but the input provides {', '.join(left)}"
        hint = "write a row for each, or give the reason under `excluded_modifiers:`"
    yield Issue(
        at_key("coding-specifications", "modifiers"),
        message,
        hint,
        related=((at("input", "modifiers"), "the modifiers provided"),),
    )
