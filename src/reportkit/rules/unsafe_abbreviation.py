"""Rule: abbreviations and numbers that have led to wrong doses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import Fix, Issue
from reportkit.check.rule import passage_rule
from reportkit.reading.style import UNSAFE
from reportkit.reading.text import Text


@passage_rule("warning", "clinical text")
def unsafe_abbreviation(text: Text) -> Iterator[Issue]:
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
    for wording, better in UNSAFE:
        for match in wording.find(text):
            yield Issue(
                text.at(*match.span()),
                f"`{match[0]}` can be misread",
                f"write {better}",
                fix=Fix(_written_out(match[0], better)),
            )


def _written_out(typed: str, better: str) -> str:
    """What was typed in the form that nobody misreads: words, or a number with its point right."""
    if typed.startswith("."):
        return f"0{typed}"
    if units := re.fullmatch(r"([0-9]+) ?[Uu]", typed):
        return f"{units[1]} {better}"
    return re.sub(r"\.0+", "", typed, count=1) if typed[0].isdigit() else better
