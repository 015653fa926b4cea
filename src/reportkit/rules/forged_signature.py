"""Rule: a signature that its key did not make."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.decisions import decisions_sha256
from reportkit.workspace.publication import Publication
from reportkit.workspace.seals import signing_key


@rule("error", "document control", waivable=False)
def forged_signature(publication: Publication) -> Iterator[Issue]:
    """A signature names a key that did not make it, or rests on decisions that are others now.

    Why:
        A key signs one name, role, time and content of one report. A signature that was copied
        from another report, or whose entry was changed by hand, proves nothing. Nor may a
        decision of a reviewer be changed or taken out behind a signature that was given on it;
        decisions that come later leave it as it is.

    Bad:
        # signoff
        signatures:
          - role: coding-reviewer
            name: A. Reviewer
            signed: 2026-11-02T09:30:00+00:00
            meaning: Reviewed for coding accuracy.
            content_sha256: "0000"
            key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEmadeUp
            seal: copied from another report

    Good:
        # signoff
        signatures: []
    """
    for index, signature in enumerate(publication.signatures):
        is_sealed = signature.key is not None or signature.seal is not None
        if is_sealed and signing_key(publication.report.code, signature) is None:
            yield Issue(
                at("signoff", "signatures", index),
                f"the key named did not sign what stands here as {signature.role} "
                f"`{signature.name}`",
                "take the entry out, and have it signed again with `reportkit sign --key`",
            )
    if "review" not in publication.files:  # as in what is published
        return
    for index, signature in enumerate(publication.signatures):
        decided = decisions_sha256(publication.decisions, signature.signed)
        if signature.review_sha256 not in (None, decided):
            yield Issue(
                at("signoff", "signatures", index, "review_sha256"),
                f"what reviewers had decided when `{signature.name}` signed as {signature.role} "
                "was changed or taken out",
                "bring review.yaml back as it was, or have it signed again",
            )
