"""Rule: a waiver without a reason or an owner."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.outcome import Outcome
from reportkit.check.rule import outcome_rule
from reportkit.model.waivers import says_something


@outcome_rule("error", "waivers")
def unexplained_waiver(outcome: Outcome) -> Iterator[Issue]:
    """A waiver does not say why, or who answers for it.

    Why:
        A reviewer has to judge whether a finding may stay, and to know whom to ask. A waiver
        without a reason or an owner has no effect.

    Bad:
        # waivers
        waivers:
          - rule: long-sentence
            path: sections/57511/summary.yaml
            reason: tbd
            owner: Lead editor
            expiry: 2027-01-31

    Good:
        # waivers
        waivers:
          - rule: long-sentence
            path: sections/57511/summary.yaml
            reason: The sentence is quoted from the manual.
            owner: Lead editor
            expiry: 2027-01-31
    """
    for applied in outcome.waivers:
        said = {"reason": applied.waiver.reason, "owner": applied.waiver.owner}
        asked = {"reason": "say why the finding may stay", "owner": "name who answers for it"}
        for field, text in said.items():
            if not says_something(text):
                written = f"`{text.strip()}`" if text.strip() else "nothing"
                yield Issue(
                    at(applied.key, "waivers", applied.index, field),
                    f"the {field} of the waiver of {applied.waiver.rule} is {written}; "
                    "without one it has no effect",
                    asked[field],
                )
