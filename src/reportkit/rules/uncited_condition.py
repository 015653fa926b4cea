"""Rule: a sentence held to data whose source it does not cite."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.grounds import Entry, ledger
from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.model.subjects import FIELDS
from reportkit.source.conditions import Condition
from reportkit.workspace.publication import Publication


@rule("warning", "provided data")
def uncited_condition(publication: Publication) -> Iterator[Issue]:
    """A sentence is held to the data by `{{ holds(...) }}`, and its source is not cited in it.

    Why:
        A condition prints nothing. The reader sees a plain assertion, and has to be told where it
        stands; whoever takes the condition away leaves no trace.

    Bad:
        # billing-overview
        units: One session is one unit {{ holds(input.mue.practitioner.units == 1) }}.

    Good:
        # billing-overview
        units: One session is one unit {{ holds(input.mue.practitioner.units == 1) }} [@manual].
    """
    for entry in ledger(publication):
        cited = entry.text.cites(entry.sentence)
        for field in _held_to(entry):
            origin = publication.input.provenance.get(field)
            if origin is not None and origin.source not in cited:
                yield Issue(
                    entry.at,
                    f"the sentence is held to `input.{field}`, and its source "
                    f"`{origin.source}` is not cited",
                    f"write `[@{origin.source}]` in the sentence",
                )


def _held_to(entry: Entry) -> tuple[str, ...]:
    """The fields of the entry's subject that a condition in the sentence names."""
    fields = dict.fromkeys(
        way.names[1]
        for reference in entry.text.references(entry.sentence)
        if isinstance(reference, Condition)
        for comparison in reference.comparisons
        for way in comparison.ways
        if way.names[0] == "input" and len(way.names) > 1
    )
    return tuple(field for field in fields if field in FIELDS[entry.subject])
