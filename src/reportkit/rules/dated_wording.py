"""Rule: wording of modifiers that has been replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import Passage

_SAME = re.compile(r"\bsame physician\b", re.IGNORECASE)
_OTHERS = re.compile(r"\bqualified (?:health ?care )?(?:professional|clinician)", re.IGNORECASE)


@passage_rule("info", "modifiers")
def dated_wording(passage: Passage) -> Iterator[Issue]:
    """The text speaks of the same physician alone, which modifiers no longer do.

    Why:
        Modifiers for the same physician have long included other qualified health care
        professionals. The old wording tells a nurse practitioner the modifier is not hers.

    Bad:
        # summary
        relevance: It covers a visit by the same physician on that day.

    Good:
        # summary
        relevance: It covers a visit by the same clinician on that day.
    """
    if _OTHERS.search(passage.plain):
        return
    for found in _SAME.finditer(passage.plain):
        yield Issue(
            At(passage.key, passage.route, Span(*found.span())),
            f"`{found[0]}` leaves out other qualified health care professionals",
            "write `the same clinician`, or add `or other qualified health care professional`",
        )
