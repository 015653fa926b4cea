"""Rule: a sentence on a subject whose data is recorded as missing."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.grounds import ledger
from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.subjects import NAMES
from reportkit.workspace.publication import Publication


@rule("error", "missing data", waivable=False)
def statement_on_gap(publication: Publication) -> Iterator[Issue]:
    """A sentence speaks of a subject whose data is recorded as missing.

    Why:
        The ledger of gaps tells the reader that nothing is known, and the sentence tells what
        it is. One of them is wrong. What another source says may be cited; that the report does
        not treat the subject may be said.

    Bad:
        # summary
        relevance: NCCI edits bundle the biopsy into this code.

    Good:
        # summary
        relevance: Edits between codes are not spoken of in this report.
    """
    for entry in ledger(publication):
        if entry.gap is None:
            continue
        field = publication.input.missing[entry.gap].field
        yield Issue(
            entry.at,
            f"the sentence speaks of {NAMES[entry.subject]}, but `{field}` is recorded as missing",
            "delete it, have the data provided, or cite a source that covers it",
            related=((at("input", "missing", entry.gap, "field"), "the gap"),),
        )
