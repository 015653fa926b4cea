"""Rule: a source that report.yaml does not list."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.model.datasets import SOURCES_AT
from reportkit.model.paths import values_at
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication


@rule("error", "provided data")
def unknown_source(publication: Publication) -> Iterator[Issue]:
    """A citation or a `source:` names a source that is not listed in report.yaml.

    Why:
        The publication prints the list of sources. A citation that is not on it cannot be
        followed up by anybody.

    Bad:
        # summary
        relevance: The site decides the rate [@manuel].

    Good:
        # summary
        relevance: The site decides the rate [@manual].
    """
    known = [source.id for source in publication.report.sources]
    for where, found in _named(publication):
        if found not in known:
            close = difflib.get_close_matches(found, known, n=1)
            yield Issue(
                where,
                f"`{found}` is not a source of the report" if found else "no source is named here",
                f"did you mean `{close[0]}`?" if close else _listed(known),
                related=((at("report", "sources"), "the sources listed"),),
            )


def _named(publication: Publication) -> Iterator[tuple[At, str]]:
    data = publication.input
    for key, origin in data.provenance.items():
        yield at("input", "provenance", key, "source"), origin.source
    for path in SOURCES_AT:
        for route, source in values_at(data, path):
            yield at("input", *route), source
    if publication.is_written("clinical-context"):
        for index, guideline in enumerate(publication.clinical.guidelines or ()):
            yield at("clinical-context", "guidelines", index, "source"), guideline.source
    for passage in passages(publication):
        for cited, span in passage.citations:
            yield At(passage.key, passage.route, span), cited


def _listed(known: list[str]) -> str:
    return "list it under `sources:` in report.yaml; listed: " + (", ".join(known) or "none")
