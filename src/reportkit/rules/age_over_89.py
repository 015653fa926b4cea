"""Rule: an age over 89."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Fix, Issue, at
from reportkit.check.rule import rule
from reportkit.reading.ages import ages
from reportkit.reading.text import worded_texts
from reportkit.workspace.publication import Publication

_HIGHEST = 89


@rule("error", "clinical text", waivable=False)
def age_over_89(publication: Publication) -> Iterator[Issue]:
    """An age over 89 is given.

    Why:
        The privacy rule counts every age over 89 as an identifier, because so few people
        reach it (45 CFR 164.514(b)(2)(i)(C)). An invented patient can be younger.

    Bad:
        # clinical-context
        follow_up: The 93-year-old patient returns after a year.

    Good:
        # clinical-context
        follow_up: The patient, 90 or older, returns after a year.
    """
    if publication.is_written("clinical-context"):
        yield from _given(publication)
    for text in worded_texts(publication):
        for age in ages(text):
            if age.years > _HIGHEST:
                yield Issue(
                    text.at(age.start, age.end),
                    f"`{text.plain[age.start : age.end]}` identifies; 89 is the highest age that "
                    "may be given",
                    "write `90 or older`, or make the invented patient younger",
                )


def _given(publication: Publication) -> Iterator[Issue]:
    age = publication.clinical.vignette.patient.age
    if age > _HIGHEST:
        yield Issue(
            at("clinical-context", "vignette", "patient", "age"),
            f"an age of {age} identifies; 89 is the highest that may be given",
            "make the invented patient 89 or younger",
            fix=Fix("89"),
        )
