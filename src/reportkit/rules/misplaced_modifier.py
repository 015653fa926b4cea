"""Rule: a modifier on a line of the claim, or a code, that cannot carry it."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.code_families import is_visit
from reportkit.model.modifiers import MODIFIERS
from reportkit.model.modifiers.belongings import misfit
from reportkit.model.sections.coding_specifications import ModifierRow
from reportkit.workspace.publication import Publication


@rule("error", "modifiers")
def misplaced_modifier(publication: Publication) -> Iterator[Issue]:
    """A modifier is put on a line of the claim, or on a code, that cannot carry it.

    Why:
        Modifiers 24, 25 and 57 say something about a visit and go on the visit's line, and
        those of anesthesia, laboratory, therapy or drugs go on codes of these alone. In any
        other place they are an error that denies the claim.

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
    for index, row in enumerate(publication.coding.modifiers):
        if row.code in MODIFIERS:
            yield from _on_the_wrong_line(publication, index, row)
            if row.appended_to == "procedure":
                yield from _on_the_wrong_code(publication, index, row)


def _on_the_wrong_line(publication: Publication, index: int, row: ModifierRow) -> Iterator[Issue]:
    known = MODIFIERS[row.code]
    visit = row.appended_to == "procedure" and is_visit(publication.report.code)
    if row.appended_to in known.lines or (visit and "companion-e-m" in known.lines):
        return
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


def _on_the_wrong_code(publication: Publication, index: int, row: ModifierRow) -> Iterator[Issue]:
    code = publication.report.code
    belonging = misfit(row.code, code)
    if belonging is not None:
        yield Issue(
            at("coding-specifications", "modifiers", index, "code"),
            f"modifier {row.code} says `{MODIFIERS[row.code].meaning}` and goes on "
            f"{belonging.on}, not on {code}",
            "take the row out, or give the reason under `excluded_modifiers:`",
            related=((at("report", "code"), "the code"),),
        )
