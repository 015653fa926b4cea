"""Rule: a gap that is announced and put off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import Passage

_ANNOUNCED = re.compile(
    r"\bwill\s+be\s+(?:noted|flagged|indicated|marked|listed)\s+(?:explicitly|separately|in|as|where"
    r"|if|when|accordingly)\b"
    r"|\bwill\s+be\s+noted\b"
    r"|\b(?:is|are|be)\s+(?:noted\s+explicitly|explicitly\s+noted)\b|\bnoted\s+explicitly\b"
    r"|\b(?:will|to)\s+be\s+(?:added|provided|supplied|completed|updated)\s+(?:later"
    r"|in\s+a\s+(?:later|future)\s+(?:edition|version)|once\s+available|when\s+available)\b",
    re.IGNORECASE,
)
_IF_THERE = re.compile(
    r"\b(?:where|when|if|as)\s+(?:(?:data\s+(?:is|are)|it\s+is|they\s+are)\s+)?available\b",
    re.IGNORECASE,
)


@passage_rule("error", "missing data")
def deferred_gap(passage: Passage) -> Iterator[Issue]:
    """A text promises to note later what is missing, or gives data `where available`.

    Why:
        Such a sentence tells readers that something is missing and leaves them to find out
        what. The gaps are known when the report is made, so they can be named. In clinical
        text `where available` is said of equipment and is left alone.

    Bad:
        # summary
        relevance: Missing items will be noted in specific sections.

    Good:
        # summary
        relevance: The note tells where the service was given.
    """
    patterns = (_ANNOUNCED,) if passage.key == "clinical-context" else (_ANNOUNCED, _IF_THERE)
    for pattern in patterns:
        for found in pattern.finditer(passage.plain):
            yield Issue(
                At(passage.key, passage.route, Span(*found.span())),
                f"`{' '.join(found[0].split())}` puts a gap off instead of naming it",
                "delete it; record what is missing under `missing:` in input.yaml",
            )
