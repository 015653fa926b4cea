"""Rule: a diagnosis of one sex with a service or a case of the other."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.code_families import sex_of
from reportkit.model.diagnoses import diagnosis_sex as sex_of_diagnosis
from reportkit.workspace.publication import Publication


@rule("error", "clinical text")
def diagnosis_sex(publication: Publication) -> Iterator[Issue]:
    """A diagnosis is of one sex, and the code or the case is of the other.

    Why:
        Payers' editors deny a claim whose diagnosis does not fit the sex. Such a diagnosis came
        from the report of another code.

    Bad:
        # input
        diagnoses:
          - {code: N40.1, title: A diagnosis., basis: clinical, support: informational,
             source: manual}

    Good:
        # input
        diagnoses:
          - {code: N87.1, title: A diagnosis., basis: clinical, support: informational,
             source: manual}
    """
    patient = None
    if publication.is_written("clinical-context"):
        patient = publication.clinical.vignette.patient.sex
    for index, row in enumerate(publication.input.diagnoses or ()):
        sex = sex_of_diagnosis(row.code)
        if sex is None:
            continue
        where = at("input", "diagnoses", index, "code")
        needed = sex_of(publication.code)
        if needed is not None and needed != sex:
            yield Issue(
                where,
                f"{row.code} is a diagnosis of {sex} patients, and {publication.code} is for "
                f"{needed} ones",
                "leave the diagnosis out, or correct its code",
                related=((at("report", "code"), "the code"),),
            )
        elif (
            needed is None
            and len(publication.input.diagnoses or ()) == 1
            and patient not in (None, "intersex", sex)
        ):
            yield Issue(
                where,
                f"{row.code} is a diagnosis of {sex} patients, and the case is {patient}",
                "correct the code, or the sex of the case",
                related=((at("clinical-context", "vignette", "patient", "sex"), "the case"),),
            )
