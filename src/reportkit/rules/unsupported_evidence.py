"""Rule: treatment or a negative finding without the evidence it needs."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.reading.style import NO_CANCER, PRECANCER, SHOWN_BY, TISSUE
from reportkit.reading.text import prose_texts
from reportkit.workspace.publication import Publication

_CASE = (("vignette", "patient", "presentation"), ("vignette", "findings"))
_SHOWN = {
    "histology": "tissue was examined",
    "cytology": "cells were examined",
    "imaging": "picture was taken",
    "laboratory": "test was made",
}


@rule("warning", "clinical text")
def unsupported_evidence(publication: Publication) -> Iterator[Issue]:
    """The vignette treats a precancer, or excludes cancer, without histology, or names it for show.

    Why:
        Destruction leaves nothing to examine, so invasion has to be excluded on tissue
        first. Readers take the vignette as the pattern of an appropriate case. Where a
        guideline makes an exception, it can be cited.

    Bad:
        # clinical-context
        vignette:
          illustrative: true
          patient: {age: 29, sex: female, presentation: Cytology showed a precancerous lesion.}
          findings: Colposcopy shows a white patch.
          evidence: cytology
          procedure: The clinician freezes the lesion twice.
          code: "57511"
          site: office

    Good:
        # clinical-context
        vignette:
          illustrative: true
          patient: {age: 29, sex: female, presentation: Cytology showed a precancerous lesion.}
          findings: A biopsy confirms it and shows no invasion.
          evidence: histology
          procedure: The clinician freezes the lesion twice.
          code: "57511"
          site: office
    """
    vignette = publication.clinical.vignette
    if not (vignette.findings or vignette.patient.presentation):
        return
    texts = [
        text
        for text in prose_texts(publication)
        if text.key == "clinical-context" and text.route in _CASE
    ]
    evidence = at("clinical-context", "vignette", "evidence")
    wording, means = SHOWN_BY.get(vignette.evidence, (None, ""))
    if wording is not None and not any(wording.within(text.plain) for text in texts):
        yield Issue(
            evidence,
            f"the evidence is {vignette.evidence}, and the case names no {means}",
            f"say in the findings which {_SHOWN[vignette.evidence]}, or name the evidence there is",
        )
    if vignette.evidence == "histology" or any(text.normal.citations for text in texts):
        return
    treated = any(PRECANCER.within(text.plain) for text in texts)
    if publication.billing.service_type == "destruction" and treated:
        yield Issue(
            evidence,
            f"a precancer is destroyed on the evidence of {vignette.evidence} alone",
            "give the histology, or cite the guideline that makes the exception",
        )
    for text in texts:
        for match in NO_CANCER.find(text):
            if not TISSUE.within(text.plain):
                yield Issue(
                    text.at(*match.span()),
                    f"`{match[0]}` rests on {vignette.evidence} alone",
                    "name the biopsy or specimen that shows it, or leave it out",
                    related=((evidence, "the evidence given"),),
                )
