"""Rule: a claim about how usual something is, without a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import REFERENCE_MARK, Passage

_CLAIM = re.compile(
    r"\b(?:most (?:patients|payers|women|men|people|cases|clinicians|practices|plans|claims"
    r"|services|procedures|denials|common|commonly|frequent|frequently|often)"
    r"|commonly|(?<!in )common(?! (?:bile|hepatic|carotid|iliac|femoral|peroneal|duct|cold"
    r"|procedure coding))|frequently|nationally|nationwide|typical(?:ly)?|gold standard"
    r"|standard of care|increasingly"
    r"|increasing (?:use|number|rate|demand|share|volume|utilization)s?"
    r"|(?:is|are|has been|have been) increasing"
    r"|widely (?:used|accepted|covered)|well established)\b",
    re.IGNORECASE,
)


@passage_rule("warning", "provided data")
def unsourced_claim(passage: Passage) -> Iterator[Issue]:
    """A sentence says how common, typical or increasing something is, and cites nothing.

    Why:
        Readers take such a sentence as a finding. It needs a source in the same sentence, or
        a value of the data. The made-up case and the revision history are not read.

    Bad:
        # summary
        relevance: The service is commonly given in the office.

    Good:
        # summary
        relevance: The service is commonly given in the office [@manual].
    """
    if passage.key == "report" or passage.route[:1] == ("vignette",):
        return
    for sentence in passage.sentences:
        text = passage.plain[sentence.start : sentence.end]
        cited = any(
            sentence.start <= span.start <= sentence.end + 1 for _, span in passage.citations
        )
        found = _CLAIM.search(text)
        if found and not cited and REFERENCE_MARK not in text:
            yield Issue(
                At(passage.key, passage.route, Span(*(sentence.start + n for n in found.span()))),
                f"`{found[0]}` is a claim without a source",
                "cite a source in the sentence as `[@id]`, or say it without the claim",
            )
