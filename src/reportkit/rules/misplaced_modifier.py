"""Rule: a modifier on a line of the claim that cannot carry it."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.codes import is_visit
from reportkit.model.modifiers import MODIFIERS
from reportkit.workspace.publication import Publication


@rule("error", "modifiers")
def misplaced_modifier(publication: Publication) -> Iterator[Issue]:
    """A modifier is put on a line of the claim that cannot carry it.

    Why:
        Modifiers 24, 25 and 57 say something about a visit and go on the visit's line.
        On the line of the procedure they are an error that denies the claim.

    Bad:
        # coding-specifications
        modifiers:
          - code: "25"
            description: A separate visit on the day of the procedure.
            when_to_use: Use when the visit went well beyond the usual work before the procedure.
            documentation: The note shows a visit of its own.
            appended_to: procedure

    Good:
        # coding-specifications
        modifiers:
          - code: "25"
            description: A separate visit on the day of the procedure.
            when_to_use: Use when the visit went well beyond the usual work before the procedure.
            documentation: The note shows a visit of its own.
            appended_to: companion-e-m
    """
    visit = is_visit(publication.report.code)
    for index, row in enumerate(publication.coding.modifiers):
        known = MODIFIERS.get(row.code)
        if known is None or row.appended_to in known.lines:
            continue
        if visit and row.appended_to == "procedure" and "companion-e-m" in known.lines:
            continue
        lines = [line for line in known.lines if line not in ("anesthesia", "laboratory")]
        yield Issue(
            at("coding-specifications", "modifiers", index, "appended_to"),
            f"modifier {row.code} says `{known.meaning}` and does not go on the line "
            f"`{row.appended_to}`; it goes on {' or '.join(sorted(lines))}",
            f"write `appended_to: {lines[0]}`"
            if len(lines) == 1
            else "name the line that carries the modifier",
            related=((at("coding-specifications", "modifiers", index, "code"), "the modifier"),),
        )
