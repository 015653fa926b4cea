"""Rule: a sex in the case that differs from its field, or that the service is not for."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.code_families import sex_of
from reportkit.reading.ages import (
    SexMention,
    conditions_of_sex,
    is_cared_for,
    is_surely_of_patient,
    names_nobody_else,
    sexes,
    tells_of_child,
)
from reportkit.reading.case import patient_texts
from reportkit.reading.people_served import groups_served
from reportkit.reading.text import Text, section_texts
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
    if needed is not None:
        yield from _served(publication, needed)
    if sex not in ("female", "male"):
        return
    texts = patient_texts(publication)
    with_child = any(tells_of_child(text) for text in texts)
    for text in texts:
        for mention in _of_the_other(text, sex, with_child=with_child):
            yield Issue(
                text.at(mention.start, mention.end),
                f"`{text.plain[mention.start : mention.end]}` does not go with the sex of the "
                f"case, which is {sex}",
                "give the patient one sex, in the field and in the text",
                related=((field, "the sex of the case"),),
            )


def _served(publication: Publication, needed: str) -> Iterator[Issue]:
    """Sentences that have the service given to those who do not have the organ."""
    for text in section_texts(publication):
        groups = groups_served(text)
        if groups and all(group.sex != needed for group in groups):
            yield Issue(
                text.at(groups[0].start, groups[0].end),
                f"`{text.plain[groups[0].start : groups[0].end]}`: {publication.code} is for "
                f"{needed} patients",
                "say who gets the service, or take the sentence out",
                related=((at("report", "code"), "the code"),),
            )


def _of_the_other(text: Text, sex: str, *, with_child: bool) -> Iterator[SexMention]:
    """The first condition that the patient cannot have, or the first word where none is right.

    In the procedure, and beside a child, a word counts only where it surely means the patient.
    """
    conditions = conditions_of_sex(text)
    words = sexes(text)
    later = text.route[0] == "follow_up"
    unclear = text.route[-1] == "procedure" or (with_child and later)
    of_patient = () if unclear or later else words
    for mentions in (conditions, (*conditions, *of_patient)):
        if mentions and all(mention.sex != sex for mention in mentions):
            yield mentions[0]
            return
    for mention in words:
        sure = is_surely_of_patient(text, mention) and not (with_child and later)
        means_patient = (
            sure
            or is_cared_for(text, mention)
            or (not unclear and names_nobody_else(text, mention))
        )
        if mention.sex != sex and means_patient:
            yield mention
            return
