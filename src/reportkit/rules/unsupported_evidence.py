"""Rule: treatment or a negative finding without the evidence it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import Passage
from reportkit.workspace.publication import Publication

_PRECANCER = re.compile(
    r"\bprecancer|\bintraepithelial\b|\bdysplasia\b|\bneoplasia\b|\bin situ\b"
    r"|\b(?:CIN|VIN|VAIN|AIN) ?[123]?\b|\b[HL]SIL\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:without|no|not|free of|ruled out|excluded)"
    r" (?:(?:any|signs?|evidence|of|for|suspicion) )*"
    r"(?:invasion|invasive \w+|cancer|malignan\w+|carcinoma|metastas[ei]s)\b",
    re.IGNORECASE,
)
_TISSUE = re.compile(r"\b(?:biops|histolog|patholog|curettage|specimen|sampl)\w*", re.IGNORECASE)


@rule("warning", "clinical text")
def unsupported_evidence(publication: Publication) -> Iterator[Issue]:
    """The vignette treats a precancer, or excludes cancer, without histology.

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
    parts = (
        (("patient", "presentation"), vignette.patient.presentation),
        (("findings",), vignette.findings),
    )
    passages = [Passage("clinical-context", ("vignette", *route), text) for route, text in parts]
    if vignette.evidence == "histology" or any(passage.citations for passage in passages):
        return
    evidence = at("clinical-context", "vignette", "evidence")
    treated = any(_PRECANCER.search(passage.plain) for passage in passages)
    if publication.billing.service_type == "destruction" and treated:
        yield Issue(
            evidence,
            f"a precancer is destroyed on the evidence of {vignette.evidence} alone",
            "give the histology, or cite the guideline that makes the exception",
        )
    for passage in passages:
        for found in _NEGATIVE.finditer(passage.plain):
            if not _TISSUE.search(passage.plain):
                yield Issue(
                    At(passage.key, passage.route, Span(*found.span())),
                    f"`{found[0]}` rests on {vignette.evidence} alone",
                    "name the biopsy or specimen that shows it, or leave it out",
                    related=((evidence, "the evidence given"),),
                )
