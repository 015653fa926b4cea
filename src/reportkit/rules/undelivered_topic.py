"""Rule: a promised topic with neither content nor a named gap."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.absence import undeclared
from reportkit.model.report import Topic
from reportkit.model.sections import DELIVERS
from reportkit.workspace.publication import Publication


@rule("error", "structure")
def undelivered_topic(publication: Publication) -> Iterator[Issue]:
    """The report promises a topic and has neither content nor a named gap for it.

    Why:
        The summary prints the promised topics. A reader who looks for one and finds
        nothing cannot tell whether it was forgotten or does not exist.

    Bad:
        # report
        topics: [clinical-context, rate-benchmarks]

    Good:
        # report
        topics: [clinical-context, modifiers]
    """
    for index, topic in enumerate(publication.report.topics):
        section, _ = DELIVERS[topic]
        fault = _fault(publication, topic)
        if section not in publication.report.sections:
            yield Issue(
                at("report", "topics", index),
                f"topic {topic} is promised, but section {section}, which would deliver it, is not"
                " listed",
                f"add {section} to `sections:`, or drop the topic",
            )
        elif fault:
            yield Issue(
                at("report", "topics", index),
                f"topic {topic} is promised, but {fault}",
                "have the data added, name the gap under `missing:` in input.yaml, or drop the"
                " topic",
            )


def _fault(publication: Publication, topic: Topic) -> str | None:
    section, dataset = DELIVERS[topic]
    if dataset is None or dataset in undeclared(publication.input):
        return None
    provided = getattr(publication.input, dataset)
    if any(gap.field in (dataset, f"{section}.{dataset}") for gap in publication.input.missing):
        return None
    if provided is None:
        return f"the input has no {dataset} and names no gap for it"
    if topic == "modifiers" and provided and not publication.coding.modifiers:
        excluded = {modifier.code for modifier in publication.coding.excluded_modifiers}
        if not excluded.issuperset(provided):
            return "the table of modifiers has no row"
    return None
