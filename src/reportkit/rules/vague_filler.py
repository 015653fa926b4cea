"""Rule: sentences about the report that say nothing about the code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import Passage

_FILLER = re.compile(
    r"\bthis (?:summary|report|publication|section|overview) (?:equips|aims|seeks|serves"
    r"|is (?:designed|intended)|offers insights?)\b"
    r"|\breaders will (?:find|gain|learn|discover)\b"
    r"|\b(?:the|this) (?:publication|report|summary) (?:outlines|highlights|explores|delves)\b"
    r"|\bit is (?:important|worth|essential) (?:to note|noting|to understand)\b"
    r"|\bplays? an? (?:crucial|vital|key|important|pivotal) role\b"
    r"|\ba (?:clear|comprehensive|thorough) understanding of\b"
    r"|\bin today['’]s\b",
    re.IGNORECASE,
)


@passage_rule("info", "style")
def vague_filler(passage: Passage) -> Iterator[Issue]:
    """A phrase talks about the report and says nothing about the code.

    Why:
        Readers come for the code. A sentence on what the report equips them with delays
        that, and each such sentence is a promise somebody has to keep.

    Bad:
        # summary
        relevance: This summary equips readers with the facts.

    Good:
        # summary
        relevance: The site of service decides the rate.
    """
    for found in _FILLER.finditer(passage.plain):
        yield Issue(
            At(passage.key, passage.route, Span(*found.span())),
            f"`{found[0]}` says nothing about the code",
            "delete the sentence, or say what it was to say",
        )
