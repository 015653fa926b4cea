"""Rule: a diagnosis looked up in a release that does not hold when the publication takes effect."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.icd10 import fiscal_release
from reportkit.workspace.publication import Publication


@rule("warning", "codes and figures")
def diagnosis_not_in_force(publication: Publication) -> Iterator[Issue]:
    """The release a diagnosis was looked up in does not hold when the publication takes effect.

    Why:
        ICD-10-CM holds from October to September, and some years bring an addition in April.
        Each release ends codes, splits others and renames more. Whether a code can stand on a
        claim of the day is known from the release of the day alone.

    Bad:
        # input
        diagnoses:
          - {code: N87.1, title: A diagnosis., basis: histology, support: informational,
             source: manual, release: FY2026 April}

    Good:
        # input
        diagnoses:
          - {code: N87.1, title: A diagnosis., basis: histology, support: informational,
             source: manual, release: FY2027}
    """
    effective = publication.report.effective
    rows = publication.input.diagnoses or ()
    for name in dict.fromkeys(row.release for row in rows if row.release):
        release = fiscal_release(name)
        if release is None or release.start <= effective <= release.end:
            continue
        if effective > release.end:
            holds = f"{name}, which ended on {release.end}, before"
        else:
            holds = f"{name}, which starts on {release.start}, after"
        index, *others = [index for index, row in enumerate(rows) if row.release == name]
        yield Issue(
            at("input", "diagnoses", index, "release"),
            f"{rows[index].code}, `{rows[index].title}`, {_and(len(others))} looked up in "
            f"ICD-10-CM {holds} the publication takes effect on {effective}",
            f"run `reportkit import icd10 {publication.code}` with the files of the release of "
            "that day",
            related=((at("report", "effective"), "the publication takes effect here"),),
        )


def _and(others: int) -> str:
    if not others:
        return "was"
    return "and 1 other code were" if others == 1 else f"and {others} other codes were"
