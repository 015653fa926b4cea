"""Rule: two diagnoses that cannot be reported together."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.icd10 import excludes
from reportkit.workspace.publication import Publication


@rule("warning", "codes and figures")
def excludes1_pair(publication: Publication) -> Iterator[Issue]:
    """Two of the diagnoses exclude each other and nothing says so.

    Why:
        An Excludes1 note means that the two are never coded together. A list that offers
        both invites a claim with both, which is denied.

    Bad:
        # input
        diagnoses:
          - {code: N87.1, title: A diagnosis., basis: histology, support:
             informational, source: manual, excludes1: ["R87.61-"]}
          - {code: R87.613, title: A diagnosis., basis: cytology, support:
             informational, source: manual, excludes1: []}

    Good:
        # input
        diagnoses:
          - {code: N87.1, title: A diagnosis., basis: histology, support:
             informational, source: manual, excludes1: ["R87.61-"]}
          - {code: R87.810, title: A diagnosis., basis: laboratory, support:
             informational, source: manual, excludes1: []}
    """
    rows = publication.input.diagnoses or ()
    for first, row in enumerate(rows):
        for second, other in enumerate(rows):
            excluded = next((e for e in row.excludes1 if excludes(e, other.code)), None)
            if excluded is not None and first != second:
                yield Issue(
                    at("input", "diagnoses", second, "code"),
                    f"{other.code} and {row.code} are never coded together: "
                    f"{row.code} excludes {excluded}",
                    "offer one of the two, or waive the finding if the section tells them apart",
                    related=((at("input", "diagnoses", first, "excludes1"), "the exclusion"),),
                )
