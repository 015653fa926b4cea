"""Rule: a waiver of a rule that nobody may waive."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.outcome import Outcome
from reportkit.check.rule import outcome_rule


@outcome_rule("error", "waivers")
def refused_waiver(outcome: Outcome) -> Iterator[Issue]:
    """A waiver, or a setting of the project, is for a rule that cannot be set aside.

    Why:
        Data that nobody provided, facts about a patient and files that cannot be read stay
        faults whoever accepts them. The waiver has no effect, and the report should not look
        as if it had.

    Bad:
        # waivers
        waivers:
          - rule: unprovided-modifier
            path: sections/57511/coding-specifications.yaml
            reason: The modifier will be provided with the next release.
            owner: Lead editor
            expiry: 2027-01-31

    Good:
        # waivers
        waivers: []
    """
    for applied in outcome.waivers:
        if applied.effect == "refused":
            yield Issue(
                at(applied.key, "waivers", applied.index, "rule"),
                f"findings of {applied.waiver.rule} cannot be waived",
                "delete the waiver and mend what was found",
            )
    for name in outcome.publication.project.rules:
        rule = outcome.rules.get(name)
        if rule is not None and not rule.waivable:
            yield Issue(
                at("project", "rules", name),
                f"{name} keeps its severity; it cannot be switched off or changed",
                "delete the setting",
            )
