"""Publication in, places out at which it names a source of report.yaml, each with the id."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, at
from reportkit.model.datasets import SOURCES_AT
from reportkit.model.paths import values_at
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication


def sources_named(publication: Publication) -> Iterator[tuple[At, str]]:
    """Where data, guidelines and prose name a source, and which."""
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
