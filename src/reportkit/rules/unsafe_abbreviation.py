"""Rule: abbreviations and numbers that have led to wrong doses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import Passage

_DOSE = r"(?:mg|mcg|µg|g|kg|mL|ml|units?|mmol|mEq)"
_UNSAFE = tuple(
    (re.compile(pattern), better)
    for pattern, better in (
        (r"\b(?:\d{1,3}|\d+ )[Uu]\b(?![/-])", "units"),
        (r"\bIU\b", "international units"),
        (r"\b(?:QOD|Q\.O\.D\.?|qod|q\.o\.d\.?)(?!\w)", "every other day"),
        (r"\b(?:QD|Q\.D\.?|qd|q\.d\.?)(?!\w)", "daily"),
        (r"\b(?:MSO4|MS(?= \d+ ?mg))", "morphine sulfate"),
        (r"\bMgSO4\b", "magnesium sulfate"),
        (rf"(?<![\d.])\d+\.0+ ?{_DOSE}\b", "the number without the zero behind the point"),
        (rf"(?<![\d.])\.\d+ ?{_DOSE}\b", "a zero before the point"),
    )
)


@passage_rule("warning", "clinical text")
def unsafe_abbreviation(passage: Passage) -> Iterator[Issue]:
    """The text uses an abbreviation or number form that has led to wrong doses.

    Why:
        A U is read as a zero and a point is overlooked; patients were given ten times the
        dose. The Joint Commission's list forbids these forms in records.

    Bad:
        # clinical-context
        follow_up: The patient takes 10 U of insulin.

    Good:
        # clinical-context
        follow_up: The patient takes 10 units of insulin.
    """
    for pattern, better in _UNSAFE:
        for found in pattern.finditer(passage.plain):
            yield Issue(
                At(passage.key, passage.route, Span(*found.span())),
                f"`{found[0]}` can be misread",
                f"write {better}",
            )
