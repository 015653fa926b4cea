"""Rule: a term rule of the project that cannot be run."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.house import faults
from reportkit.check.issue import Issue, at
from reportkit.check.outcome import Outcome
from reportkit.check.rule import outcome_rule


@outcome_rule("error", "house rules")
def unclear_house_rule(outcome: Outcome) -> Iterator[Issue]:
    """A term of project.yaml does not say what to look for, or where.

    Why:
        A rule of the house that cannot be run would be taken for one that finds nothing. Its
        faults are shown, and the rule waits until they are mended.

    Bad:
        # project
        terms:
          - name: say-freezing
            message: write freezing
            bad: The cryo was done.
            good: The freezing was done.

    Good:
        # project
        terms:
          - name: say-freezing
            preferred: {term: freezing, variants: [cryo]}
            message: write freezing, not {found}
            bad: The cryo was done.
            good: The freezing was done.
    """
    taken = {name for name, rule in outcome.rules.items() if rule.origin != "project settings"}
    for fault in faults(outcome.publication.project, taken):
        yield Issue(at("project", "terms", fault.index, fault.field), fault.message, fault.hint)
