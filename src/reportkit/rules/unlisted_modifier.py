"""Rule: a provided modifier that the section passes over."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at, at_key
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("warning", "provided data")
def unlisted_modifier(publication: Publication) -> Iterator[Issue]:
    """A provided modifier is neither a row of the table nor left out with a reason.

    Why:
        A row lost without a word cannot be told from one that was left out on purpose.

    Bad:
        # input
        modifiers: ["22", "51", "59"]

    Good:
        # input
        modifiers: ["22", "51", "59"]
        # coding-specifications
        excluded_modifiers[+]: {code: "51", reason: The payers of this report append it themselves.}
    """
    coding = publication.coding
    told = {row.code for row in coding.modifiers} | {row.code for row in coding.excluded_modifiers}
    for index, code in enumerate(publication.input.modifiers or ()):
        if code not in told:
            yield Issue(
                at("input", "modifiers", index),
                f"modifier {code} is provided but is no row of the table and not excluded",
                "write its row, or list it under `excluded_modifiers` with the reason",
                related=((at_key("coding-specifications", "modifiers"), "the table"),),
            )
