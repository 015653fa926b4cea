"""Rule: a diagnosis that was edited after it was looked up."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.icd10 import lookup_mark
from reportkit.workspace.publication import Publication


@rule("error", "codes and figures")
def altered_diagnosis(publication: Publication) -> Iterator[Issue]:
    """A diagnosis is no longer what the release of ICD-10-CM says of its code.

    Why:
        The provenance says that titles and exclusions come from the official file. A title
        written over the official one, or a code written over the one that was looked up,
        is then published under the name of a file that says otherwise.

    Bad:
        # input
        diagnoses:
          - {code: N87.1, title: Moderate dysplasia, basis: histology, support:
             informational, source: manual, release: FY2027, looked_up: 7adeed97fb62fbf2}

    Good:
        # input
        diagnoses:
          - {code: N87.1, title: Moderate cervical dysplasia, basis: histology, support:
             informational, source: manual, release: FY2027, looked_up: 7adeed97fb62fbf2}
    """
    for index, row in enumerate(publication.input.diagnoses or ()):
        release = row.release or ""
        mark = lookup_mark(release, row.code, row.title, row.excludes1)
        if row.looked_up not in (None, mark):
            yield Issue(
                at("input", "diagnoses", index, "code"),
                f"{row.code}, `{row.title}`, is not what was looked up in ICD-10-CM {release}: "
                "its code, title, exclusions or release was edited since",
                f"run `reportkit import icd10 {publication.code}`, which writes them anew",
                related=((at("input", "diagnoses", index, "looked_up"), "the mark of the import"),),
            )
