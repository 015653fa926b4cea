"""Rule: a diagnosis that was never looked up in a release of ICD-10-CM."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("warning", "codes and figures")
def unchecked_diagnosis(publication: Publication) -> Iterator[Issue]:
    """A diagnosis code was typed in and not looked up in a release of ICD-10-CM.

    Why:
        ICD-10-CM changes each October, and a heading looks like a code. A claim with a code
        that has ended, or that wants a further character, is turned back before anybody
        reads it.

    Bad:
        # input
        diagnoses:
          - {code: N87.1, title: A diagnosis., basis: histology, support: informational,
             source: manual}

    Good:
        # input
        diagnoses:
          - {code: N87.1, title: A diagnosis., basis: histology, support: informational,
             source: manual, release: FY2027, looked_up: 03000695e6395a55}
    """
    for index, row in enumerate(publication.input.diagnoses or ()):
        if row.looked_up is None:
            yield Issue(
                at("input", "diagnoses", index, "code"),
                f"{row.code} was not looked up in a release of ICD-10-CM",
                f"run `reportkit import icd10 {publication.code}`",
            )
