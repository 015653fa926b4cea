"""Rule: a signature that does not say who stands for what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.person_names import names_nobody
from reportkit.workspace.publication import Publication

_WORD = re.compile(r"[^\W\d_]+")


@rule("error", "document control", waivable=False)
def unclear_signature(publication: Publication) -> Iterator[Issue]:
    """A signature has no person's name, or its meaning does not say what was done.

    Why:
        A signature is worth as much as what it says: who, in full, and for what. "Reviewed"
        leaves open whether the codes, the medicine or the licences were looked at.

    Bad:
        # signoff
        signatures:
          - role: coding-reviewer
            name: Reviewer
            signed: 2026-11-02T09:30:00+00:00
            meaning: Approved.
            content_sha256: "0000"

    Good:
        # signoff
        signatures:
          - role: coding-reviewer
            name: B. Coder
            signed: 2026-11-02T09:30:00+00:00
            meaning: Reviewed for coding accuracy.
            content_sha256: "0000"
    """
    for index, signature in enumerate(publication.signatures):
        name, meaning = signature.name.strip(), signature.meaning.strip()
        if name and names_nobody(name):
            yield Issue(
                at("signoff", "signatures", index, "name"),
                f"`{name}` is not the name of a person",
                "write the printed name of who signed",
            )
        if meaning and _unclear_meaning(meaning):
            yield Issue(
                at("signoff", "signatures", index, "meaning"),
                f"`{meaning}` does not say what the signature stands for",
                "say what was done: `Reviewed for coding accuracy.`",
            )


def _unclear_meaning(meaning: str) -> bool:
    """Whether a meaning is too short to say what was done; three words can."""
    return len(_WORD.findall(meaning)) < 3
