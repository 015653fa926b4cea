"""Rule: a waiver past its last day."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.mend import without
from reportkit.check.outcome import Outcome
from reportkit.check.rule import outcome_rule


@outcome_rule("warning", "waivers")
def expired_waiver(outcome: Outcome) -> Iterator[Issue]:
    """A waiver's last day is over, so that it accepts nothing any more.

    Why:
        A waiver is a promise to come back to a finding. Its day came; what it accepted is
        open again, and someone has to mend it or to accept it anew.

    Bad:
        # waivers
        waivers:
          - rule: long-sentence
            path: sections/57511/summary.yaml
            reason: The sentence is quoted from the manual.
            owner: Lead editor
            expiry: 2026-10-31

    Good:
        # waivers
        waivers:
          - rule: long-sentence
            path: sections/57511/summary.yaml
            reason: The sentence is quoted from the manual.
            owner: Lead editor
            expiry: 2027-01-31
    """
    expired = [applied for applied in outcome.waivers if applied.effect == "expired"]
    idle = [applied for applied in expired if not applied.fits and applied.key == "waivers"]
    rows = [("waivers", applied.index) for applied in idle]
    for applied in expired:
        count = len(applied.fits)
        if applied.key == "house-waivers" and not count:
            continue
        again = f"{count} finding{'s' if count != 1 else ''} open again"
        yield Issue(
            at(applied.key, "waivers", applied.index, "expiry"),
            f"the waiver of {applied.waiver.rule} expired on {applied.waiver.expiry}; {again}",
            "mend what it accepted and delete the waiver, or accept it until a later day"
            if count
            else "delete the waiver; it would accept nothing",
            fix=without(outcome.publication, "waivers", ("waivers", applied.index), rows)
            if applied in idle
            else None,
        )
