"""Rule: a policy with criteria of which none is named."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("warning", "provided data")
def unnamed_criteria(publication: Publication) -> Iterator[Issue]:
    """A payer covers the service under criteria, and the data names none.

    Why:
        A reader is told that something has to be true, and not what. That is no help to whoever
        has to write the request or the note.

    Bad:
        # input
        coverage:
          - {payer: aetna, policy_id: CPB 1, title: Care of the cervix,
             stance: covered-with-criteria, prior_authorization: unknown, criteria: null,
             effective: 2026-01-01, last_review: null, url: null, accessed: 2026-11-01}

    Good:
        # input
        coverage:
          - {payer: aetna, policy_id: CPB 1, title: Care of the cervix,
             stance: covered-with-criteria, prior_authorization: unknown,
             criteria: A biopsy has to confirm the change.,
             effective: 2026-01-01, last_review: null, url: null, accessed: 2026-11-01}
    """
    for index, policy in enumerate(publication.input.coverage or ()):
        if policy.stance == "covered-with-criteria" and policy.criteria is None:
            yield Issue(
                at("input", "coverage", index, "criteria"),
                f"the policy {policy.policy_id} covers under criteria, and none is named",
                "write the criteria in own words, or the stance `covered`",
            )
