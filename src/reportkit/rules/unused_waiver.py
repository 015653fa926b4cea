"""Rule: a waiver that fits no finding."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at_key
from reportkit.check.mend import without
from reportkit.check.outcome import Outcome
from reportkit.check.rule import outcome_rule
from reportkit.check.waivers import AppliedWaiver, is_looked_at


@outcome_rule("warning", "waivers")
def unused_waiver(outcome: Outcome) -> Iterator[Issue]:
    """A waiver fits nothing that was found.

    Why:
        What it accepted is mended, or its path is wrong. Left in place it would accept the
        next fault there without anyone having looked. Waivers below `build/` are for what is
        found in a publication, and are not judged here, nor are those of rules that
        `reportkit agree` runs; nor is any while a file of the report cannot be read. A waiver of
        the house is judged where all publications of the project are checked, and told once.

    Bad:
        # waivers
        waivers:
          - rule: long-sentence
            path: sections/57511/summary.yaml
            reason: The sentence is quoted from the manual.
            owner: Lead editor
            expiry: 2027-01-31

    Good:
        # summary
        relevance: >
          The code is used in offices and in surgery centers and in outpatient departments of
          hospitals and in clinics of all kinds, and each of them has rates, rules, forms and
          habits of its own.
        # waivers
        waivers:
          - rule: long-sentence
            path: sections/57511/summary.yaml#relevance
            reason: The sentence is quoted from the manual.
            owner: Lead editor
            expiry: 2027-01-31
    """
    if not outcome.publication.is_readable:
        return
    unused = [applied for applied in outcome.waivers if _is_unused(applied, outcome)]
    for applied in unused:
        yield Issue(
            at_key("waivers", "waivers", applied.index, "path"),
            f"the waiver of {applied.waiver.rule} fits nothing at `{applied.waiver.path}`",
            "delete it, or correct its path; `reportkit check` shows the paths",
            fix=without(
                outcome.publication,
                "waivers",
                ("waivers", applied.index),
                (("waivers", other.index) for other in unused),
            ),
        )


def _is_unused(applied: AppliedWaiver, outcome: Outcome) -> bool:
    """True for a waiver of the publication's own that holds and fits nothing, of what is looked at.

    A waiver of the house is for others as well: `check.house_waivers` judges it.
    """
    is_own = applied.key == "waivers"
    return is_own and not applied.fits and is_looked_at(applied, outcome.rules)
