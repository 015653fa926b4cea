"""Give what reviewers decided its form: report/<code>/review.yaml.

Each record holds the hash of what was judged, and stands until that changes.
"""

from typing import Literal

from reportkit.model.base import Moment, Record
from reportkit.model.signoff import Role

Said = Literal["yes", "no", "comment", "not-applicable"]
"""A comment answers nothing: the question stays open."""


class SentBack(Record):
    """A place that a reviewer sent back to its author, and why."""

    file: str
    """Key of the file: `summary`, `input` …"""
    route: str
    """Where in the file: `modifiers[0].when_to_use`; empty for the whole."""
    comment: str
    """What is to be changed, in words to the author."""
    by: str
    """The name of the reviewer."""
    role: Role
    """As what the reviewer decided."""
    decided: Moment
    """When, with the zone."""
    judged_sha256: str
    """Hash of the value there, as `workspace.decisions` defines it."""


class Done(Record):
    """A finding that a reviewer is done with: it was looked at, and nothing more is asked.

    It stays a finding, but for a comment that its own reviewer is done with.
    """

    rule: str
    """The rule that found it."""
    file: str
    """Key of the file: `summary`, `input` …"""
    route: str
    """Where in the file: `modifiers[0].when_to_use`; empty for the whole."""
    by: str
    """The name of the reviewer."""
    role: Role
    """As what the reviewer decided."""
    decided: Moment
    """When, with the zone."""
    judged_sha256: str
    """Hash of the value there, as `workspace.decisions` defines it."""


class Answer(Record):
    """A reviewer's answer to a question that no rule can decide."""

    question: str
    """Its id in `model.checklist`."""
    answer: Said
    """The answer."""
    comment: str | None = None
    """What the reviewer adds to it."""
    by: str
    """The name of the reviewer."""
    role: Role
    """As what the reviewer decided."""
    decided: Moment
    """When, with the zone."""
    judged_sha256: str
    """Hash of what the question is about, as `workspace.decisions` defines it."""


class Decisions(Record):
    """Everything that reviewers decided on a publication, oldest first."""

    reportkit: Literal["review/1"]
    """The form of the file: `review/1`."""
    sent_back: tuple[SentBack, ...] = ()
    """What went back to the author."""
    done: tuple[Done, ...] = ()
    """What reviewers are done with."""
    answers: tuple[Answer, ...] = ()
    """The answers to the questions of the checklist."""
