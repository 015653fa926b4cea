"""Rule: rows for modifiers that exclude each other, neither of which says so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.modifiers.exclusive import OVERLOOKED
from reportkit.workspace.publication import Publication


@rule("info", "modifiers")
def exclusive_modifiers(publication: Publication) -> Iterator[Issue]:
    """Two modifiers of the table never go on one line, and neither row says so.

    Why:
        A procedure was reduced or broken off, repeated by the same clinician or by
        another, never both. Readers who see both rows without a word may put both on.

    Bad:
        # coding-specifications
        modifiers:
          - code: "52"
            description: The procedure was done in part by choice.
            when_to_use: Use when the clinician chose to treat a part of the lesion.
            documentation: The note says what was left.
            appended_to: procedure
          - code: "53"
            description: The procedure was begun and stopped for safety.
            when_to_use: Use when going on would have put the patient at risk.
            documentation: The note gives the reason.
            appended_to: procedure

    Good:
        # coding-specifications
        modifiers:
          - code: "52"
            description: The procedure was done in part by choice.
            when_to_use: Use when the clinician chose to treat a part, and not with 53.
            documentation: The note says what was left.
            appended_to: procedure
          - code: "53"
            description: The procedure was begun and stopped for safety.
            when_to_use: Use when going on would have put the patient at risk.
            documentation: The note gives the reason.
            appended_to: procedure
    """
    rows = {row.code: (index, row) for index, row in enumerate(publication.coding.modifiers)}
    for (first, (index, one)), (second, (place, other)) in combinations(rows.items(), 2):
        reason = OVERLOOKED.get(frozenset((first, second)))
        if reason is None or one.appended_to != other.appended_to:
            continue
        advice = f"{one.when_to_use} {other.when_to_use}"
        if first not in advice and second not in advice:
            yield Issue(
                at("coding-specifications", "modifiers", place, "code"),
                f"modifiers {first} and {second} never go on one line, and neither row says so: "
                f"{reason}",
                f"name the other in the `when_to_use` of {first} or of {second}",
                related=((at("coding-specifications", "modifiers", index, "code"), first),),
            )
