"""Rule: rows for modifiers that exclude each other, neither of which says so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.modifiers.aspects import aspects_of
from reportkit.model.modifiers.exclusive import OVERLOOKED
from reportkit.reading.aspects import values_said
from reportkit.reading.text import prose_texts
from reportkit.workspace.publication import Publication


@rule("info", "modifiers")
def untold_exclusion(publication: Publication) -> Iterator[Issue]:
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
        if _told_apart(publication, index, place):
            continue
        if first not in advice and second not in advice:
            yield Issue(
                at("coding-specifications", "modifiers", place, "code"),
                f"modifiers {first} and {second} never go on one line, and neither row says so: "
                f"{reason}",
                f"name the other in the `when_to_use` of {first} or of {second}",
                related=((at("coding-specifications", "modifiers", index, "code"), first),),
            )


def _told_apart(publication: Publication, first: int, second: int) -> bool:
    """Whether the descriptions say opposite things, so that no reader mixes the two up."""
    rows = {
        text.route[1]: text
        for text in prose_texts(publication)
        if text.key == "coding-specifications"
        and text.route[0] == "modifiers"
        and text.route[-1] == "description"
    }
    one, other = rows[first], rows[second]
    codes = [publication.coding.modifiers[index].code for index in (first, second)]
    for aspect in {"repeated by"} & aspects_of(codes[0]).keys() & aspects_of(codes[1]).keys():
        values = [
            {mention.value for mention in values_said(text, aspect, advice=False)}
            for text in (one, other)
        ]
        if all(values) and values[0].isdisjoint(values[1]):
            return True
    return False
