"""Rule: an age over 89."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Fix, Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication

_AGE = re.compile(
    r"\b(9\d|1[01]\d)[- ]years?[- ]old\b|\b(?:aged|age of) (9\d|1[01]\d)\b(?! (?:or|and) older)"
    r"|\b(9\d|1[01]\d) years of age\b",
    re.IGNORECASE,
)


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
    age = publication.clinical.vignette.patient.age
    if age > 89:
        yield Issue(
            at("clinical-context", "vignette", "patient", "age"),
            f"an age of {age} identifies; 89 is the highest that may be given",
            "make the invented patient 89 or younger",
            fix=Fix("89"),
        )
    for passage in passages(publication):
        if passage.key != "clinical-context":
            continue
        for found in _AGE.finditer(passage.plain):
            yield Issue(
                At(passage.key, passage.route, Span(*found.span())),
                f"`{found[0]}` identifies; 89 is the highest age that may be given",
                "write `90 or older`, or make the invented patient younger",
            )
