"""What an import of an old report left for a person to settle: report/<code>/imported.yaml."""

from typing import Literal

from reportkit.model.base import Prose, Record


class SetAside(Record):
    """A text of the old report that no field of the files is for."""

    at: str
    """Where it stands in the old report: `line 14`, `page 2, line 3`."""
    section: str
    """Id of the section it stood in or near."""
    reason: str
    """Why it was set aside."""
    text: Prose
    """The words as they were. They are not printed, and are checked as if they were."""


class Guess(Record):
    """A value that was concluded from the old report, which does not say it."""

    file: str
    """Key of the file that holds the value: `summary`, `input` …"""
    route: str
    """Where in the file: `modifiers[0].appended_to`; empty for what concerns the whole of it."""
    reason: str
    """What it was concluded from, or what could not be told."""


class Imported(Record):
    """What is still to be settled of an old report; the file goes when nothing is left."""

    reportkit: Literal["imported/1"]
    """The form of the file: `imported/1`."""
    set_aside: tuple[SetAside, ...] = ()
    """Texts without a place; each goes to a field, or is deleted by who knows that it is wrong."""
    guesses: tuple[Guess, ...] = ()
    """Values that a person has to look at; each record is deleted when the value is right."""
