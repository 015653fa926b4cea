"""Rule: a sex in the case that differs from its field, or that the service is not for."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.code_families import sex_of
from reportkit.reading.ages import SexMention, conditions_of_sex, names_nobody_else, sexes
from reportkit.reading.case import case_texts
from reportkit.reading.text import Text
from reportkit.workspace.publication import Publication


@rule("error", "clinical text")
def sex_mismatch(publication: Publication) -> Iterator[Issue]:
    """The text gives the patient another sex than the field, or one the code is not for.

    Why:
        A service on an organ is for those who have it, and payers deny it otherwise. A case
        whose text and field differ was put together from two.

    Bad:
        # clinical-context
        vignette.patient.presentation: A man was referred after a screening test.

    Good:
        # clinical-context
        vignette.patient.presentation: A woman was referred after a screening test.
    """
    sex = publication.clinical.vignette.patient.sex
    field = at("clinical-context", "vignette", "patient", "sex")
    needed = sex_of(publication.code)
    if needed is not None and sex is not None and sex not in (needed, "intersex"):
        yield Issue(
            field,
            f"{publication.code} is for {needed} patients, and the case is {sex}",
            f"write `sex: {needed}`",
        )
    if sex not in ("female", "male"):
        return
    for text in case_texts(publication):
        for mention in _of_the_other(text, sex):
            yield Issue(
                text.at(mention.start, mention.end),
                f"`{text.plain[mention.start : mention.end]}` does not go with the sex of the "
                f"case, which is {sex}",
                "give the patient one sex, in the field and in the text",
                related=((field, "the sex of the case"),),
            )


def _of_the_other(text: Text, sex: str) -> Iterator[SexMention]:
    """The first condition that the patient cannot have, or the first word where none is right."""
    conditions = conditions_of_sex(text)
    words = sexes(text)
    of_patient = words if text.route[-1] != "procedure" else ()
    for mentions in (conditions, (*conditions, *of_patient)):
        if mentions and all(mention.sex != sex for mention in mentions):
            yield mentions[0]
            return
    for mention in of_patient:
        if mention.sex != sex and names_nobody_else(text, mention):
            yield mention
            return
