"""Rule: a signature on content that has changed since."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.content import content_sha256
from reportkit.workspace.publication import Publication


@rule("error", "document control", waivable=False)
def void_signature(publication: Publication) -> Iterator[Issue]:
    """A signature was given for content that has changed since.

    Why:
        A signature stands for the very words its owner read. One word later it stands for
        nothing, and the report has to go back into review.

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
    current = content_sha256(publication)
    for index, signature in enumerate(publication.signatures):
        if signature.content_sha256 != current:
            yield Issue(
                at("signoff", "signatures", index, "content_sha256"),
                f"the signature of `{signature.name}` is void; the content has changed since",
                f"have the content read and signed again; its hash is {current}",
            )
