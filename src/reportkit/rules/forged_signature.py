"""Rule: a signature that its key did not make."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication
from reportkit.workspace.seals import signing_key


@rule("error", "document control", waivable=False)
def forged_signature(publication: Publication) -> Iterator[Issue]:
    """A signature names a key that did not make it.

    Why:
        A key signs one name, role, time and content of one report. A signature that was copied
        from another report, or whose entry was changed by hand, proves nothing.

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
        if signature.key is None and signature.seal is None:
            continue
        if signing_key(publication.report.code, signature) is None:
            yield Issue(
                at("signoff", "signatures", index),
                f"the key named did not sign what stands here as {signature.role} "
                f"`{signature.name}`",
                "take the entry out, and have it signed again with `reportkit sign --key`",
            )
