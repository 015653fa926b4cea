"""Rule: advice that makes a claim which Medicare's edits deny."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.remark import DENIED_CLAIM, Denial
from reportkit.check.rule import rule
from reportkit.check.verdicts import verdicts
from reportkit.workspace.publication import Publication


@rule("error", "modifiers")
def denied_claim(publication: Publication) -> Iterator[Issue]:
    """A row, a companion service or a number of units makes a claim that would be denied.

    Why:
        Advice is a claim that somebody will send. Turned into its lines and held against pair
        edits, unit limits and places of service it is paid or not. What other rules find at the
        same place, as a modifier against an indicator, is theirs; `reportkit claims` shows all.

    Bad:
        # input
        mpfs.pc_tc: "1"
        sites:
          - {id: office, name: Office, pos: ["11"], rank: typical}
        # coding-specifications
        modifiers:
          - code: "26"
            description: The reading alone.
            when_to_use: Use when the images were made by somebody else and are read here alone.
            documentation: The report of the reading is signed.
            appended_to: procedure

    Good:
        # input
        mpfs.pc_tc: "1"
        sites:
          - {id: hospital, name: Outpatient hospital, pos: ["22"], rank: typical}
        # coding-specifications
        modifiers:
          - code: "26"
            description: The reading alone.
            when_to_use: Use when the images were made by somebody else and are read here alone.
            documentation: The report of the reading is signed.
            appended_to: procedure
    """
    for verdict in verdicts(publication):
        for remark in verdict.remarks:
            if isinstance(remark, Denial) and remark.rule == DENIED_CLAIM:
                yield Issue(
                    verdict.claim.at,
                    f"the claim {verdict.claim} is denied: {remark.why}",
                    remark.hint,
                )
