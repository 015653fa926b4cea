"""Rule: a policy on coverage, named by its number, that the input does not provide."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at_key
from reportkit.check.rule import rule
from reportkit.reading.policies import numbers_named, policy_mentions
from reportkit.reading.text import worded_texts
from reportkit.workspace.publication import Publication


@rule("error", "provided data")
def unknown_policy(publication: Publication) -> Iterator[Issue]:
    """A text names a policy by a number that neither the data nor a source has.

    Why:
        Whoever reads the number of a determination or policy looks it up and acts on it. One that
        nobody provided may be withdrawn, of another region, or of no policy at all.

    Bad:
        # summary
        relevance: The conditions stand in LCD L33777.

    Good:
        # input
        coverage:
          - {payer: medicare, policy_id: L33777, title: Freezing, stance: covered-with-criteria,
             prior_authorization: unknown, criteria: null, effective: 2026-01-01,
             last_review: null, url: null, accessed: 2026-11-01}
        # summary
        relevance: The conditions stand in LCD L33777.
    """
    named = [
        (text, mention)
        for text in worded_texts(publication)
        if text.key not in ("input", "project") and text.route[0] != "sources"
        for mention in policy_mentions(text)
    ]
    provided = _provided(publication) if named else frozenset()
    for text, mention in named:
        if mention.number.lower() not in provided:
            yield Issue(
                text.at(mention.start, mention.end),
                f"`{mention.number}` is no policy that the data or a source names",
                "leave the number out, or have the policy added under `coverage:` by who provides "
                "it",
                related=((at_key("input", "coverage"), "the policies provided"),),
            )


def _provided(publication: Publication) -> frozenset[str]:
    """What stands, in small letters, in the policies that were provided and in the sources."""
    data = publication.input
    rows = (*(data.coverage or ()), *(data.policy_updates or ()), *publication.report.sources)
    return numbers_named(" ".join(str(value) for row in rows for _, value in row))
