"""Rule: an age in the case that differs from its field, or that the service is not for."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.model.code_families import Ages, ages_of
from reportkit.model.diagnoses import diagnosis_ages
from reportkit.reading.ages import ages
from reportkit.reading.case import patient_texts
from reportkit.workspace.publication import Publication


@rule("error", "clinical text")
def age_mismatch(publication: Publication) -> Iterator[Issue]:
    """The text gives the patient another age than the field, or one the code is not for.

    Why:
        Readers take the case as the pattern of a fitting one. Two ages in one case, or an age
        at which the service is not given, show that it was put together from two reports.

    Bad:
        # clinical-context
        vignette.patient.presentation: A 45-year-old woman was referred after a test.

    Good:
        # clinical-context
        vignette.patient.presentation: A 34-year-old woman was referred after a test.
    """
    years = publication.clinical.vignette.patient.age
    field = at("clinical-context", "vignette", "patient", "age")
    for text in patient_texts(publication):
        for age in ages(text):
            if age.of_patient and not age.years <= years <= age.highest:
                yield Issue(
                    text.at(age.start, age.end),
                    f"`{text.plain[age.start : age.end]}` is not the age of the case, which is "
                    f"{years}",
                    "give the patient one age, in the field and in the text",
                    related=((field, "the age of the case"),),
                )
    for what, allowed, where in _limits(publication):
        if years not in allowed:
            yield Issue(
                field,
                f"{what} is for patients {_range(allowed)}, and the case is {years}",
                "give the case an age the service is for",
                related=((where, "what sets the age"),),
            )


def _limits(publication: Publication) -> Iterator[tuple[str, Ages, At]]:
    of_code = ages_of(publication.code)
    if of_code is not None:
        yield publication.code, of_code, at("report", "code")
    for index, row in enumerate(publication.input.diagnoses or ()):
        of_diagnosis = diagnosis_ages(row.code)
        if of_diagnosis is not None:
            yield row.code, of_diagnosis, at("input", "diagnoses", index, "code")


def _range(ages: Ages) -> str:
    if ages.highest is None:
        return f"of {ages.lowest} years and more"
    return f"of {ages.lowest} to {ages.highest} years"
