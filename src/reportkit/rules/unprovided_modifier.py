"""Rule: a modifier row whose code the input does not provide."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "provided data", waivable=False)
def unprovided_modifier(publication: Publication) -> Iterator[Issue]:
    """The modifier table has a row for a code that the input does not provide, or leaves it out.

    Why:
        Readers put the modifiers of this table on claims. A row nobody provided is
        an invention, whatever the text beside it says.

    Bad:
        # coding-specifications
        modifiers:
          - code: "25"
            description: A separate visit on the day of the procedure.
            when_to_use: Use when the visit was separate from the usual work before the procedure.
            documentation: The note shows a visit of its own.
            appended_to: companion-e-m

    Good:
        # coding-specifications
        modifiers:
          - code: "22"
            description: The work was far above what is usual.
            when_to_use: Use when scarring made the freezing much harder than it usually is.
            documentation: The note states the cause and the extra time.
            appended_to: procedure
    """
    provided = publication.input.modifiers
    if provided is None:
        allowed = "the input provides no modifiers"
    else:
        allowed = f"the input provides {', '.join(provided) or 'an empty list'}"
    coding = publication.coding
    codes = [("modifiers", index, row.code) for index, row in enumerate(coding.modifiers)]
    for index, left_out in enumerate(coding.excluded_modifiers):
        codes.append(("excluded_modifiers", index, left_out.code))
    for table, index, code in codes:
        if code not in (provided or ()):
            yield Issue(
                at("coding-specifications", table, index, "code"),
                f"modifier {code} is not provided; {allowed}",
                "delete the row, or have the modifier added to input.yaml by who provides it",
                related=((at("input", "modifiers"), "the modifiers provided"),),
            )
