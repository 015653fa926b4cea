"""Rule: two diagnoses that cannot be reported together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.icd10 import excludes
from reportkit.model.input import Diagnosis
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
    for first, second in combinations(enumerate(publication.input.diagnoses or ()), 2):
        exclusion = _exclusion(first, second) or _exclusion(second, first)
        if exclusion is not None:
            index, message = exclusion
            yield Issue(
                at("input", "diagnoses", second[0], "code"),
                f"{second[1].code} and {first[1].code} are never coded together: {message}",
                "offer one of the two, or waive the finding if the section tells them apart",
                related=((at("input", "diagnoses", index, "excludes1"), "the exclusion"),),
            )


def _exclusion(row: tuple[int, Diagnosis], other: tuple[int, Diagnosis]) -> tuple[int, str] | None:
    """The row whose note excludes the other, and what it says."""
    index, diagnosis = row
    for pattern in diagnosis.excludes1:
        if excludes(pattern, other[1].code):
            return index, f"{diagnosis.code} excludes {pattern}"
    return None
