"""Give the editions of a publication their form: editions/<code>/editions.yaml.

Entries are only ever added. Each holds its own hash and that of the entry before it, so that an
entry changed or taken out later is noticed.
"""

from __future__ import annotations

from typing import Literal

from reportkit.model.base import Date, Moment, Record

ChangeKind = Literal["rounding", "wording", "addition", "amount", "indicator", "advice-withdrawn"]
"""What happened since the edition before, from what touches no claim to what undoes advice."""


class Ingredient(Record):
    """A file of data that an edition was made with."""

    what: str
    """Key of the data in input.yaml: `mpfs`; or `input` for that file itself."""
    file: str | None
    """Name of the file, where it is known."""
    sha256: str
    """Hash of the file."""


class Edition(Record):
    """One edition as it was released."""

    version: str
    """The number of the edition, which no other content may have."""
    released: Moment
    """When it was released, with the zone."""
    published: Date
    """The day of publication that it prints."""
    effective: Date
    """The first day of service it is for."""
    ended: Date | None = None
    """Since when the publication is out of force, by what this edition itself says."""
    change: ChangeKind | None = None
    """The gravest change since the edition before; `null` for the first."""
    content_sha256: str
    """Hash of the content that is signed, as `workspace.content` defines it."""
    made_with: tuple[Ingredient, ...]
    """The files of data that it was made with."""
    files: dict[str, str]
    """Path of each file in the folder of the edition to its hash."""
    before: str | None = None
    """Hash of the edition before it."""
    sha256: str
    """Hash of this entry without this line."""


class Recall(Record):
    """An edition that is no longer to be used, and why."""

    version: str
    """The number of the edition."""
    recalled: Moment
    """When it was recalled, with the zone."""
    by: str
    """The name of who recalled it."""
    reason: str
    """Why it may not be used."""
    edition: str
    """Hash of the edition it recalls."""
    before: str | None = None
    """Hash of the recall before it."""
    sha256: str
    """Hash of this entry without this line."""


class Editions(Record):
    """Every edition of a publication that was released, and every recall."""

    reportkit: Literal["editions/1"]
    """The form of the file: `editions/1`."""
    released: tuple[Edition, ...]
    """The editions, oldest first."""
    recalled: tuple[Recall, ...] = ()
    """The recalls, oldest first."""
