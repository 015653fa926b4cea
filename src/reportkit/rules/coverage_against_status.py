"""Rule: Medicare said to cover a code that its fee schedule rules out."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.modifiers import indicator
from reportkit.check.rule import rule
from reportkit.model.input import Payer
from reportkit.workspace.publication import Publication


@rule("warning", "codes and figures")
def coverage_against_status(publication: Publication) -> Iterator[Issue]:
    """Medicare is said to cover a code whose status in the fee schedule rules that out.

    Why:
        Status N is a service Medicare does not cover, status I a code it does not accept. A
        policy that says otherwise is of another code, of another payer or out of date.

    Bad:
        # input
        mpfs.status: N
        mpfs.nonfacility_payment: null
        mpfs.facility_payment: null
        coverage:
          - {payer: medicare, policy_id: L1, title: Freezing, stance: covered,
             prior_authorization: unknown, criteria: null, effective: 2026-01-01,
             last_review: null, url: null, accessed: 2026-11-01}

    Good:
        # input
        coverage:
          - {payer: medicare, policy_id: L1, title: Freezing, stance: covered,
             prior_authorization: unknown, criteria: null, effective: 2026-01-01,
             last_review: null, url: null, accessed: 2026-11-01}
    """
    mpfs = publication.input.mpfs
    if mpfs is None or mpfs.status not in ("I", "N"):
        return
    medicare = {payer.id for payer in publication.input.payers or () if _is_medicare(payer)}
    _, meaning = indicator("status", mpfs.status)
    for index, row in enumerate(publication.input.coverage or ()):
        if row.payer in medicare and row.stance.startswith("covered"):
            yield Issue(
                at("input", "coverage", index, "stance"),
                f"{row.payer} is said to have {publication.report.code} {row.stance}, but status "
                f"indicator {mpfs.status} in {mpfs.release} means {meaning}",
                "correct the stance, or waive the finding with the policy that makes an exception",
                related=((at("input", "mpfs", "status"), "the indicator"),),
            )


def _is_medicare(payer: Payer) -> bool:
    """Medicare itself; its private plans may cover what it does not."""
    names = (payer.id, payer.name, *payer.aliases)
    return any(name.casefold() == "medicare" for name in names)
