"""Rule: a signature dated in the future, or before what it signs existed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportkit.check.issue import At, Issue, at
from reportkit.check.outcome import Outcome
from reportkit.check.rule import outcome_rule
from reportkit.model.days import day_in_utc
from reportkit.model.report import UNKNOWN_DATE
from reportkit.workspace.approval import approval
from reportkit.workspace.publication import Publication


@outcome_rule("error", "document control")
def misdated_signature(outcome: Outcome) -> Iterator[Issue]:
    """A signature is dated after today, or before a day on which the content came to be.

    Why:
        A signature says that somebody had read these words by a day. Nobody can have read them
        before they were written, and nobody has signed tomorrow.

    Bad:
        # signoff
        signatures:
          - role: coding-reviewer
            name: B. Coder
            signed: 2027-11-02T09:30:00+00:00
            meaning: Reviewed for coding accuracy.
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
    publication = outcome.publication
    standing = approval(publication).standing
    for index, signature in enumerate(publication.signatures):
        place, day = at("signoff", "signatures", index, "signed"), signature.signed.date()
        said = f"the signature of `{signature.name}` is dated {day}, and"
        if day_in_utc(signature.signed) > outcome.today:
            yield Issue(place, f"{said} today is {outcome.today}", _HINT)
        elif signature in standing and (later := _later(publication, day)):
            written, where = later
            yield Issue(
                place,
                f"{said} part of what it signs is from {written}",
                _HINT,
                related=((where, f"from {written}"),),
            )


_HINT = "have it signed again: `reportkit sign` writes the time itself"


def _later(publication: Publication, signed: date) -> tuple[date, At] | None:
    """The last day after `signed` that the content tells of as past, and its place."""
    days = [dated for dated in _days(publication) if signed < dated[0] != UNKNOWN_DATE]
    return max(days, key=lambda dated: dated[0], default=None)


def _days(publication: Publication) -> Iterator[tuple[date, At]]:
    report = publication.report
    for index, revision in enumerate(report.revisions):
        yield revision.date, at("report", "revisions", index, "date")
    for index, source in enumerate(report.sources):
        yield source.accessed, at("report", "sources", index, "accessed")
    for index, accepted in enumerate(publication.accepted):
        yield accepted.accepted, at("accepted", "accepted", index, "accepted")
