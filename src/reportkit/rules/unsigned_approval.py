"""Rule: a report said to be approved that nobody has signed."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.approval import IN_FORCE, approval
from reportkit.workspace.publication import Publication


@rule("warning", "document control", waivable=False)
def unsigned_approval(publication: Publication) -> Iterator[Issue]:
    """The status says approved or published, and the signatures for it do not stand.

    Why:
        A status anybody can type is worth nothing. Until an author and one other person have
        signed the content as it is, the report is in review, and every page of it says so.

    Bad:
        # report
        status: approved

    Good:
        # report
        status: in-review
    """
    declared = publication.report.status
    lacking = approval(publication).lacking
    if declared in IN_FORCE and lacking:
        yield Issue(
            at("report", "status"),
            f"the status is `{declared}`, but {' and '.join(lacking)} "
            f"{'is' if len(lacking) == 1 else 'are'} missing; it is published as in review",
            f"have it signed with `reportkit sign {publication.code}`, or write "
            "`status: in-review`",
        )
