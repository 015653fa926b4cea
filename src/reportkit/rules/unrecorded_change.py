"""Rule: a section that changed since the edition before, without a word in the history."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication
from reportkit.workspace.published import published


@rule("error", "document control")
def unrecorded_change(publication: Publication) -> Iterator[Issue]:
    """A section differs from the edition before and no new revision names it.

    Runs where an edition to compare with is named: `--against`.

    Why:
        Readers of an earlier edition have to learn what is new from the revision history. A
        change that is not recorded there is one nobody will notice.

    Bad:
        # summary (before)
        relevance: The code says where a claim is paid.

    Good:
        # summary (before)
        relevance: The code says where a claim is paid.
        # report (before)
        revisions: []
    """
    if publication.previous is None:
        return
    from reportkit.compare.comparison import compare

    comparison = compare(published(publication.previous), published(publication))
    for section in comparison.unrecorded:
        yield Issue(
            at("report", "revisions"),
            f"{section} has changed since version {comparison.old_version}, and no new revision "
            "names it",
            "add a revision; `reportkit diff OLD --record REASON` writes one",
        )
