"""Give what reviewers decided its form: report/<code>/review.yaml.

Each record holds the hash of what was judged, and stands until that changes.
"""

from typing import Literal

from reportkit.model.base import Moment, Record
from reportkit.model.signoff import Role

Said = Literal["yes", "no", "not-applicable"]


class SentBack(Record):
    """A place that a reviewer sent back to its author, and why."""

    file: str
    """Key of the file: `summary`, `input` …"""
    route: str
    """Where in the file: `modifiers[0].when_to_use`; empty for the whole."""
    comment: str
    """What the author is to do."""
    by: str
    """The name of who decided."""
    role: Role
    """As what the person decided."""
    decided: Moment
    """When, with the zone."""
    judged_sha256: str
    """Hash of the value there, as `workspace.decisions` defines it."""


class Answer(Record):
    """A reviewer's answer to a question that no rule can decide."""

    question: str
    """Its id in `model.checklist`."""
    answer: Said
    """What the person says."""
    comment: str | None = None
    """Why."""
    by: str
    """The name of who answered."""
    role: Role
    """As what the person answered."""
    decided: Moment
    """When, with the zone."""
    judged_sha256: str
    """Hash of what the question is about, as `workspace.decisions` defines it."""


class Decisions(Record):
    """Everything that reviewers decided on a publication, oldest first."""

    reportkit: Literal["review/1"]
    """The form of the file: `review/1`."""
    sent_back: tuple[SentBack, ...] = ()
    """Places sent back to their author; `reportkit decide` adds them."""
    answers: tuple[Answer, ...] = ()
    """Answers to questions; `reportkit decide` adds them."""
