"""Rule: an acceptance of a sentence that has ended."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.acceptance import data_sha256
from reportkit.check.grounds import ledger
from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.subjects import NAMES
from reportkit.workspace.publication import Publication


@rule("warning", "provided data", waivable=False)
def stale_acceptance(publication: Publication) -> Iterator[Issue]:
    """A person accepted a sentence, and its words or the data of its subject have changed.

    Why:
        An acceptance is given for these words and this data. A change of either may have made
        the sentence false, and only a person can say.

    Bad:
        # accepted
        accepted:
          - sentence: Medicare pays for it in the office.
            subject: payment
            name: A. Coder
            role: coding-reviewer
            accepted: 2026-11-01
            data_sha256: "0"

    Good:
        # accepted
        accepted: []
    """
    if not publication.accepted:
        return
    spoken = {(entry.words, entry.subject) for entry in ledger(publication)}
    for index, acceptance in enumerate(publication.accepted):
        where = at("accepted", "accepted", index, "sentence")
        who = f"{acceptance.name} accepted on {acceptance.accepted}"
        if (acceptance.sentence, acceptance.subject) not in spoken:
            yield Issue(
                where,
                f"no sentence on {NAMES[acceptance.subject]} reads any more as {who}",
                "delete the record, or write the sentence as it was",
            )
        elif acceptance.data_sha256 != data_sha256(acceptance.subject, publication.input):
            yield Issue(
                where,
                f"the data on {NAMES[acceptance.subject]} has changed since {who}",
                f"delete the record, read the sentence against the data and "
                f"`reportkit accept {publication.code}`",
            )
