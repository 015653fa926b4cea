"""List the questions about a publication that no rule can decide, each with what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Question:
    """A question for a person."""

    id: str
    section: str
    """Id of the section to look at."""
    text: str
    file: str
    """Key of the file that it is about."""
    route: tuple[str, ...] = ()
    """What of the file it is about; empty for the whole."""


_SPECIFIED, _CONTEXT = "coding-specifications", "clinical-context"

QUESTIONS: Final[dict[str, Question]] = {
    question.id: question
    for question in (
        Question(
            "own-words",
            _SPECIFIED,
            "Are the descriptions in own words, not the licensed ones?",
            _SPECIFIED,
            ("modifiers",),
        ),
        Question(
            "current-policy",
            _SPECIFIED,
            "Does each modifier's advice agree with current policy?",
            _SPECIFIED,
            ("modifiers",),
        ),
        Question(
            "sound-case",
            _CONTEXT,
            "Is the case clinically sound, and surely nobody's own?",
            _CONTEXT,
            ("vignette",),
        ),
        Question(
            "guidelines",
            _CONTEXT,
            "Do the guidelines named say what the text says?",
            _CONTEXT,
            ("guidelines",),
        ),
        Question(
            "new-reader", "summary", "Would a reader new to the code understand it?", "summary"
        ),
        Question(
            "sources",
            "sources",
            "Were the sources consulted on the days given?",
            "report",
            ("sources",),
        ),
        Question(
            "suppliers",
            "data-gaps",
            "Has each supplier of missing data been asked?",
            "input",
            ("missing",),
        ),
    )
}
"""Id of each question to the question, in reading order."""
