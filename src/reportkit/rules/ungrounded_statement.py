"""Rule: a sentence on a subject that stands on nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from reportkit.check.engine import locate
from reportkit.check.grounds import Entry, ledger
from reportkit.check.issue import Issue
from reportkit.check.outcome import Outcome
from reportkit.check.rule import outcome_rule
from reportkit.model.subjects import FIELDS, NAMES
from reportkit.workspace.publication import Publication

_OF_TRUTH = frozenset(
    {"codes and figures", "provided data", "modifiers", "missing data", "sites of service"}
)
"""Topics of rules that find a sentence false, so that it needs to be mended and not grounded."""


@outcome_rule("warning", "provided data")
def ungrounded_statement(outcome: Outcome) -> Iterator[Issue]:
    """A sentence speaks of payment, units, edits or another subject of the data, and of no ground.

    Why:
        What no data holds stays as it is when the data changes, and nobody can tell where it
        comes from. A ground is a statement made from the data, a reference or a condition in the
        sentence, a citation of a source that covers the subject, or a person's acceptance.

    Bad:
        # summary
        relevance: Medicare pays more for it in the office.

    Good:
        # summary
        relevance: >
          Medicare pays more for it in the office
          {{ holds(input.mpfs.nonfacility_payment > input.mpfs.facility_payment) }}.
    """
    publication = outcome.publication
    false = _found_false(outcome)
    for entry in ledger(publication):
        if entry.ground is None and entry.gap is None and not _is_false(entry, publication, false):
            yield Issue(
                entry.at,
                f"the sentence speaks of {NAMES[entry.subject]} and stands on no data, "
                "source or acceptance",
                _hint(entry, publication.code),
            )


def _hint(entry: Entry, code: str) -> str:
    field = FIELDS[entry.subject][0]
    return (
        f"hold it to the data with `{{{{ holds(input.{field}...) }}}}`, cite a source that covers "
        f"it, or take a sentence from `reportkit statements {code}`"
    )


def _found_false(outcome: Outcome) -> dict[str, list[tuple[int, int]]]:
    """By file, the starts of what is found to be false, each with the furthest end up to it."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for finding in outcome.findings:
        if outcome.rules[finding.rule].topic in _OF_TRUTH:
            span = finding.place.span
            spans.setdefault(finding.place.file, []).append((span.start, span.end))
    for file, stretches in spans.items():
        stretches.sort()
        ends = accumulate((end for _, end in stretches), max)
        spans[file] = [(start, end) for (start, _), end in zip(stretches, ends, strict=True)]
    return spans


def _is_false(
    entry: Entry, publication: Publication, false: dict[str, list[tuple[int, int]]]
) -> bool:
    """Whether anything that is found to be false overlaps the sentence."""
    place = locate(publication.files[entry.text.key], entry.at)
    stretches = false.get(place.file, [])
    before = bisect_left(stretches, (place.span.end,))
    return before > 0 and stretches[before - 1][1] > place.span.start
