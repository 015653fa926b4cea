"""Rule: a review signed by the author."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.approval import same_person
from reportkit.workspace.publication import Publication


@rule("error", "document control", waivable=False)
def self_review(publication: Publication) -> Iterator[Issue]:
    """The author signs in the role of a reviewer or publisher as well.

    Why:
        A review by a second person finds what its author cannot see. One person in both roles
        is no review, and an author may not be the only signer. Who signs with a key is told apart
        by it. Names without keys are compared whatever their titles, order, initials and accents.

    Bad:
        # signoff
        signatures:
          - role: author
            name: A. Writer
            signed: 2026-11-02T09:30:00+00:00
            meaning: Written and read again.
            content_sha256: "0000"
          - role: coding-reviewer
            name: A. Writer
            signed: 2026-11-02T09:40:00+00:00
            meaning: Reviewed for coding accuracy.
            content_sha256: "0000"

    Good:
        # signoff
        signatures:
          - role: author
            name: A. Writer
            signed: 2026-11-02T09:30:00+00:00
            meaning: Written and read again.
            content_sha256: "0000"
          - role: coding-reviewer
            name: B. Coder
            signed: 2026-11-02T09:40:00+00:00
            meaning: Reviewed for coding accuracy.
            content_sha256: "0000"
    """
    signatures = publication.signatures
    for index, signature in enumerate(signatures):
        for written, author in enumerate(signatures):
            if (
                author.role == "author" != signature.role
                and author.content_sha256 == signature.content_sha256
                and same_person(author, signature)
            ):
                yield Issue(
                    at("signoff", "signatures", index, "name"),
                    f"`{signature.name}` signs as {signature.role} and as author",
                    "have another person review it; people whose names are alike sign with "
                    "`reportkit sign --key`",
                    related=((at("signoff", "signatures", written, "name"), "signs as author"),),
                )
