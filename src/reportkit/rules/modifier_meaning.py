"""Rule: a row that gives a modifier another one's meaning."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.modifiers import MODIFIERS
from reportkit.model.modifiers.aspects import ASPECTS, aspects_of
from reportkit.reading.aspects import values_said
from reportkit.reading.text import prose_texts
from reportkit.workspace.publication import Publication


@rule("error", "modifiers")
def modifier_meaning(publication: Publication) -> Iterator[Issue]:
    """The row of a modifier describes another one.

    Why:
        Modifiers come in pairs that say opposite things: left and right, the same clinician
        and another. A row that mixes them up puts the wrong one on every claim.

    Bad:
        # coding-specifications
        modifiers:
          - code: "76"
            description: The same procedure again by another clinician.
            when_to_use: Use when the whole procedure is done again on the same day.
            documentation: The note gives the reason.
            appended_to: second-procedure

    Good:
        # coding-specifications
        modifiers:
          - code: "76"
            description: The same procedure again by the same clinician.
            when_to_use: Use when the whole procedure is done again on the same day.
            documentation: The note gives the reason.
            appended_to: second-procedure
    """
    coding = publication.coding
    for text in prose_texts(publication):
        match text.key, text.route:
            case "coding-specifications", ("modifiers", int(index), "description" | "when_to_use"):
                code = coding.modifiers[index].code
            case _:
                continue
        described = text.route[-1] == "description"
        for aspect, own in aspects_of(code).items():
            if ASPECTS[aspect].is_shared and not described:
                continue
            mentions = values_said(text, aspect, advice=not described)
            other = [mention for mention in mentions if mention.value not in own]
            if other and len(other) == len(mentions):
                yield Issue(
                    text.at(other[0].start, other[0].end),
                    f"`{text.plain[other[0].start : other[0].end]}` is not what modifier {code} "
                    f"says: {_meaning(code)}",
                    f"describe modifier {code}, or correct its code",
                    related=((at("coding-specifications", "modifiers", index, "code"), code),),
                )


def _meaning(code: str) -> str:
    known = MODIFIERS.get(code)
    return known.meaning if known else "another meaning"
