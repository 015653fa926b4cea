"""Rule: a source that nothing in the report rests on."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.check.sources import sources_named
from reportkit.workspace.publication import Publication


@rule("info", "provided data")
def unused_source(publication: Publication) -> Iterator[Issue]:
    """A source is listed that no data, guideline or sentence names.

    Why:
        The table of sources tells a reader what the report rests on. A source that nothing names
        was left behind when a sentence lost its citation, or makes the report look better founded
        than it is.

    Bad:
        # report
        sources[+]: {id: textbook, citation: A textbook of coding, accessed: 2026-11-01}

    Good:
        # report
        sources[+]: {id: textbook, citation: A textbook of coding, accessed: 2026-11-01}
        # summary
        relevance: The site decides the rate [@textbook].
    """
    named = {source for _, source in sources_named(publication)}
    for index, source in enumerate(publication.report.sources):
        if source.id not in named:
            yield Issue(
                at("report", "sources", index, "id"),
                f"source `{source.id}` is listed, and nothing names it",
                f"cite it as `[@{source.id}]` where the report rests on it, or take it out",
            )
