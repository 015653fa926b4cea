"""Rule: a vignette that is not marked as invented."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "clinical text", waivable=False)
def unlabelled_vignette(publication: Publication) -> Iterator[Issue]:
    """The vignette is not marked as illustrative.

    Why:
        A case that is not labelled as invented reads as the record of a real patient, and
        nobody may publish one without consent.

    Bad:
        # clinical-context
        vignette.illustrative: false

    Good:
        # clinical-context
        vignette.illustrative: true
    """
    if not publication.clinical.vignette.illustrative:
        yield Issue(
            at("clinical-context", "vignette", "illustrative"),
            "the vignette is not marked as illustrative",
            "invent the patient and write `illustrative: true`; never retell a real case",
        )
