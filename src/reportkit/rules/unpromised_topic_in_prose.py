"""Rule: prose of the summary that promises what the report's topics do not."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.reading.style import promises
from reportkit.reading.text import prose_texts
from reportkit.workspace.publication import Publication


@rule("warning", "structure")
def unpromised_topic_in_prose(publication: Publication) -> Iterator[Issue]:
    """The summary promises something that is not among the report's topics.

    Why:
        The promised topics are printed from the list and checked against the content. A
        promise in prose is neither, so it is the one that is not kept.

    Bad:
        # summary
        importance: The publication outlines utilization benchmarks.

    Good:
        # summary
        importance: The publication lists modifiers.
    """
    promised = publication.report.topics
    for text in prose_texts(publication):
        if text.key != "summary":
            continue
        for promise in promises(text):
            if not set(promise.topics) & set(promised):
                yield Issue(
                    text.at(promise.start, promise.end),
                    f"`{promise.words}` is promised, but {' or '.join(promise.topics)} is not a "
                    "topic",
                    "add the topic in report.yaml, or drop the promise",
                    related=((at("report", "topics"), "the topics promised"),),
                )
