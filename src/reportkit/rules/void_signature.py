"""Rule: a signature on content that has changed since."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.approval import approval
from reportkit.workspace.publication import Publication


@rule("warning", "document control", waivable=False)
def void_signature(publication: Publication) -> Iterator[Issue]:
    """A signature was given for content that has changed since.

    Why:
        A signature stands for the very words its owner read. One word later it stands for
        nothing, and the report goes back into review.

    Bad:
        # signoff
        signatures:
          - role: coding-reviewer
            name: A. Reviewer
            signed: 2026-11-02T09:30:00+00:00
            meaning: Reviewed for coding accuracy.
            content_sha256: "0000"

    Good:
        # signoff
        signatures: []
    """
    for void in approval(publication).void:
        changes = ", ".join(void.changes) or "the content has changed since"
        yield Issue(
            at("signoff", "signatures", void.index, "content_sha256"),
            f"the signature of `{void.signature.name}` is void: {changes}",
            f"have it read and signed again: `reportkit sign {publication.code} "
            f"--role {void.signature.role} …`",
        )
