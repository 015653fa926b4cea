"""Gather what the made-up case says of its patient, by text and by field."""

from __future__ import annotations

from reportkit.reading.text import Text, prose_texts
from reportkit.workspace.publication import Publication


def case_texts(publication: Publication) -> tuple[Text, ...]:
    """The prose of the made-up case: presentation, findings, procedure."""
    return tuple(
        text
        for text in prose_texts(publication)
        if text.key == "clinical-context" and text.route[0] == "vignette"
    )


def patient_texts(publication: Publication) -> tuple[Text, ...]:
    """The case and the care after it."""
    return tuple(
        text
        for text in prose_texts(publication)
        if text.key == "clinical-context" and text.route[0] in ("vignette", "follow_up")
    )


def step_texts(publication: Publication) -> tuple[Text, ...]:
    """The steps in which the service is given."""
    return tuple(
        text
        for text in prose_texts(publication)
        if text.key == "clinical-context" and text.route[0] == "workflow"
    )
