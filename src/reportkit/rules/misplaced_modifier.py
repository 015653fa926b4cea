"""Rule: a modifier on a line of the claim, or a code, that cannot carry it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.code_families import is_visit
from reportkit.model.modifiers import MODIFIERS
from reportkit.model.modifiers.belongings import COUNTERPARTS, goes_on_own_line, misfit
from reportkit.model.modifiers.modifier import OWN
from reportkit.model.sections.coding_specifications import ModifierRow
from reportkit.reading.lines import lines_said
from reportkit.reading.text import section_texts
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
    yield from _on_another_than_said(publication)
    yield from _on_another_than_counterpart(publication)


def _on_the_wrong_line(publication: Publication, index: int, row: ModifierRow) -> Iterator[Issue]:
    known, code = MODIFIERS[row.code], publication.report.code
    possible = OWN if goes_on_own_line(row.code, code) else known.lines
    visit = row.appended_to == "procedure" and is_visit(code)
    if row.appended_to in possible or (visit and "companion-e-m" in possible):
        return
    lines = [line for line in possible if line not in ("anesthesia", "laboratory")]
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


def _on_another_than_said(publication: Publication) -> Iterator[Issue]:
    """Rows whose words put the modifier on one line and whose field puts it on another."""
    for text in section_texts(publication):
        match text.key, text.route:
            case "coding-specifications", ("modifiers", int(index), "when_to_use"):
                row = publication.coding.modifiers[index]
            case _:
                continue
        said = tuple(lines_said(text))
        if said and row.appended_to not in {mention.line for mention in said}:
            first = said[0]
            yield Issue(
                at("coding-specifications", "modifiers", index, "appended_to"),
                f"the row says `{text.plain[first.start : first.end]}`, and "
                f"`appended_to: {row.appended_to}` names another line",
                f"write `appended_to: {first.line}`, or name the line in the words",
                related=((text.at(first.start, first.end), "the line in words"),),
            )


def _on_another_than_counterpart(publication: Publication) -> Iterator[Issue]:
    """Rows that put a modifier on another line than the modifier that stands in its place."""
    rows = {row.code: (index, row) for index, row in enumerate(publication.coding.modifiers)}
    for group in COUNTERPARTS:
        named = [place for code, place in rows.items() if code in group]
        for (index, row), (place, other) in pairwise(named):
            if row.appended_to != other.appended_to:
                yield _apart(index, row, place, other)


def _apart(index: int, row: ModifierRow, place: int, other: ModifierRow) -> Issue:
    return Issue(
        at("coding-specifications", "modifiers", place, "appended_to"),
        f"modifier {other.code} goes on `{other.appended_to}` and modifier {row.code}, which "
        f"stands in its place, on `{row.appended_to}`",
        "put both on the line that carries either",
        related=((at("coding-specifications", "modifiers", index, "appended_to"), row.code),),
    )
