"""Sentences a person stands for: report/<code>/accepted.yaml."""

from typing import Annotated, Literal

from reportkit.model.base import WITHHELD, Date, Record, Unpublished
from reportkit.model.signoff import Role
from reportkit.model.subjects import Subject


class Acceptance(Record):
    """One person's word for one sentence on one subject, with the data as it then was."""

    sentence: str
    """The words as typed, white space aside; any change of them ends it."""
    subject: Subject
    """What the sentence is on."""
    name: Annotated[str, Unpublished(WITHHELD)]
    """Who stands for it, as printed."""
    role: Role
    """As what."""
    accepted: Date
    """The day of it."""
    data_sha256: str
    """Hash of the subject's data, as `check.acceptance` defines it; any change ends it."""


class Accepted(Record):
    """Every accepted sentence of a publication."""

    reportkit: Literal["accepted/1"]
    """The form of the file: `accepted/1`."""
    accepted: tuple[Acceptance, ...]
    """The sentences; `reportkit accept` adds them."""
