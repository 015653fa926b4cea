"""Rule: something that could identify a real person."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.reading.identifiers import identifiers
from reportkit.reading.text import Text, worded_texts_but
from reportkit.workspace.publication import Publication


@rule("error", "clinical text", waivable=False)
def identifiable_patient(publication: Publication) -> Iterator[Issue]:
    """The clinical context holds something that could identify a person.

    Why:
        Names, places below the state, dates finer than a year and numbers of all kinds are
        identifiers under the privacy rule (45 CFR 164.514(b)(2)). An invented patient needs
        none of them, and a real one must not be told of.

    Bad:
        # clinical-context
        follow_up: Mrs. Miller returns on March 3.

    Good:
        # clinical-context
        follow_up: The patient returns after a year.
    """
    for text in worded_texts_but(publication, ("sources",)):
        for identifier in identifiers(text, of_patient=_is_of_patient(text)):
            yield Issue(
                text.at(identifier.start, identifier.end),
                f"`{text.plain[identifier.start : identifier.end]}` is {identifier.kind} and could "
                "identify a person",
                "leave it out; an invented patient has an age, a sex and a presentation",
            )


def _is_of_patient(text: Text) -> bool:
    """Whether a text tells of a patient, so that a date or a place in it is the patient's."""
    return text.key == "clinical-context" and text.route[0] != "guidelines"
