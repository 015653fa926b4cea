"""Rule: a condition of a sentence that the data does not meet."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import rule
from reportkit.reading.conditions import conditions_in
from reportkit.reading.text import prose_texts
from reportkit.source.conditions import Way
from reportkit.workspace.conditions import Broken, broken
from reportkit.workspace.publication import Publication


@rule("error", "provided data", waivable=False)
def broken_condition(publication: Publication) -> Iterator[Issue]:
    """A sentence is held to the data by `{{ holds(...) }}`, and the data is not so.

    Why:
        Whoever wrote the condition said what the sentence stands on. Data that has changed since
        makes the sentence false, whether or not any other rule understands its words.

    Bad:
        # billing-overview
        units: One session is one unit {{ holds(input.mue.practitioner.units == 2) }}.

    Good:
        # billing-overview
        units: One session is one unit {{ holds(input.mue.practitioner.units == 1) }}.
    """
    for text in prose_texts(publication):
        for sentence, condition in conditions_in(text):
            where = text.at(sentence.start, sentence.end)
            for fault in broken(condition, publication):
                yield _issue(where, fault)


def _issue(where: At, fault: Broken) -> Issue:
    return Issue(
        where,
        f"the sentence is held to `{fault.comparison.text}`, but {fault.reason}",
        "write the sentence for the data as it is, and the condition with it",
        related=tuple((_place(way), "the value") for way in fault.comparison.ways),
    )


def _place(way: Way) -> At:
    root, *route = way.names
    return At("input" if root == "input" else "report", tuple(route))
