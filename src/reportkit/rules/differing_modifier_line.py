"""Rule: a modifier that goes on one line for a code, and on another for its sibling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reportkit.check.clash import Clash, Fact, by_subject
from reportkit.check.issue import at
from reportkit.check.rule import Read, agreement_rule
from reportkit.workspace.publication import Publication

_SIBLING: Final = "siblings"


def _advice(publication: Publication) -> Iterator[Fact]:
    """The siblings of a publication's code, and the line on which each modifier goes."""
    for index, related in enumerate(publication.input.related_codes or ()):
        if related.relation in ("family", "alternative"):
            where = at("input", "related_codes", index)
            yield Fact(publication.code, _SIBLING, related.code, where)
    for index, row in enumerate(publication.coding.modifiers):
        where = at("coding-specifications", "modifiers", index, "appended_to")
        yield Fact(publication.code, row.code, row.appended_to, where)


@agreement_rule("warning", "agreement", _advice)
def differing_modifier_line(facts: Sequence[Fact], _: Read) -> Iterator[Clash]:
    """The reports of two codes of one family put the same modifier on different lines.

    Why:
        Whoever bills both codes reads one report and does the same for the other. Where the two
        really differ, a waiver in either report says why, and holds for that one.

    Bad:
        # input
        related_codes:
          - {code: "57513", code_system: CPT, relation: family, note: By laser.}
        # coding-specifications
        modifiers:
          - code: "59"
            description: A service that is distinct from another of that day.
            when_to_use: Use when the services were at separate sites.
            documentation: The note shows the separate site.
            appended_to: column-two
        # coding-specifications (beside)
        modifiers:
          - code: "59"
            description: A service that is distinct from another of that day.
            when_to_use: Use when the services were at separate sites.
            documentation: The note shows the separate site.
            appended_to: procedure

    Good:
        # input
        related_codes:
          - {code: "57513", code_system: CPT, relation: family, note: By laser.}
        # coding-specifications
        modifiers:
          - code: "59"
            description: A service that is distinct from another of that day.
            when_to_use: Use when the services were at separate sites.
            documentation: The note shows the separate site.
            appended_to: column-two
        # coding-specifications (beside)
        modifiers:
          - code: "59"
            description: A service that is distinct from another of that day.
            when_to_use: Use when the services were at separate sites.
            documentation: The note shows the separate site.
            appended_to: column-two
    """
    siblings = {
        frozenset((fact.publication, fact.says)) for fact in facts if fact.subject == _SIBLING
    }
    rows = by_subject(fact for fact in facts if fact.subject != _SIBLING)
    lines = {(fact.publication, code): fact for code, alike in rows.items() for fact in alike}
    for family in sorted(siblings, key=sorted):
        for code in rows:
            yield from _differing(
                code,
                [
                    lines[publication, code]
                    for publication in sorted(family)
                    if (publication, code) in lines
                ],
            )


def _differing(code: str, lines: list[Fact]) -> Iterator[Clash]:
    """Both places, if two siblings put a modifier on different lines."""
    if len(lines) < 2 or lines[0].says == lines[1].says:
        return
    for fact, other in ((lines[0], lines[1]), (lines[1], lines[0])):
        yield Clash(
            fact,
            f"modifier {code} goes on the {fact.says} line here, and on the {other.says} line in "
            f"the report of {other.publication}, a code of the same family",
            f"put it on the same line, or say in a waiver why {fact.publication} differs",
            other,
            f"the line in the report of {other.publication}",
        )
