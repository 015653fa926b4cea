"""Rule: a guideline that is appealed to without its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.model.guidelines import GUIDELINE_BODIES
from reportkit.workspace.passages import Passage

_APPEAL = re.compile(
    r"\b(?:per|as per|by|following|according to|in (?:line|accordance|keeping) with"
    r"|consistent with|under|based on|recommended (?:by|in))"
    r" (?:(?:the|current|existing|national|international|established|published|relevant|clinical"
    r"|professional|practice|evidence-based|applicable|standard|accepted|consensus|society) )*"
    r"(?:guidelines?|guidance|recommendations)\b",
    re.IGNORECASE,
)
_BODY = re.compile(rf"\b(?:{'|'.join(map(re.escape, GUIDELINE_BODIES))})\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@passage_rule("warning", "clinical text")
def unnamed_guideline(passage: Passage) -> Iterator[Issue]:
    """The text appeals to guidelines and names none.

    Why:
        Guidelines differ between bodies and years. "Per guidelines" cannot be checked, and
        it goes on saying so after the guideline has changed.

    Bad:
        # clinical-context
        follow_up: The patient returns for a test per guidelines.

    Good:
        # clinical-context
        follow_up: The patient returns for a test per guidelines [@manual].
    """
    for found in _APPEAL.finditer(passage.plain):
        sentence = next(
            (s for s in passage.sentences if s.start <= found.start() < s.end),
            Span(0, len(passage.plain)),
        )
        said = passage.plain[sentence.start : sentence.end]
        cited = any(sentence.start <= span.start <= sentence.end + 1
                    for _, span in passage.citations)  # fmt: skip
        if not cited and not _BODY.search(said) and not _YEAR.search(said):
            yield Issue(
                At(passage.key, passage.route, Span(*found.span())),
                f"`{found[0]}` names no guideline",
                "name the body, title and year, or cite a source as `[@id]`",
            )
