"""The publication: report/<code>/report.yaml."""

from datetime import date
from typing import TYPE_CHECKING, Final, Literal

from reportkit.model.base import Address, Date, Notes, Prose, Record
from reportkit.model.codes import CodeSystem
from reportkit.model.sections import DELIVERS
from reportkit.model.subjects import Subject

Status = Literal["draft", "in-review", "approved", "published", "superseded", "retired"]

if TYPE_CHECKING:
    Topic = str
else:
    Topic = Literal[tuple(DELIVERS)]
"""What a report promises to tell of: `modifiers`, `rate-benchmarks` …"""


UNKNOWN_DATE: Final = date(9999, 12, 31)
"""Stands for a date that has to be given and is not known yet, as in an old report."""


class CodeSets(Record):
    """The release of each code set the report was written against; `null` if unused."""

    cpt: str | None
    hcpcs: str | None
    icd10cm: str | None
    ncci: str | None
    mpfs: str | None


class Source(Record):
    """A source the report draws on; prose cites it as `[@id]`."""

    id: str
    citation: str
    accessed: Date
    url: Address | None = None
    covers: tuple[Subject, ...] = ()
    """Subjects that it tells of, beside those whose data was taken from it."""


class Ended(Record):
    """Since when a publication is out of force, and what took its place."""

    since: Date
    successor: str | None = None
    """As readers know it: `version 2.0`, `CPT 57513, version 1.0`."""
    url: Address | None = None
    """Where the successor is."""


class Revision(Record):
    """One line of the revision history."""

    version: str
    date: Date
    sections: tuple[str, ...]
    change: Prose
    reason: Prose


class Report(Record):
    """What the publication is, what it promises, and in which order it delivers."""

    reportkit: Literal["report/1"]
    id: str
    code: str
    code_system: CodeSystem
    title: str
    """In the publisher's own words, never a CPT descriptor."""
    version: str
    status: Status
    published: Date
    effective: Date
    data_as_of: Date
    next_review: Date
    code_sets: CodeSets
    input_sha256: str
    """Hash of the input.yaml the sections were written from."""
    audience: tuple[str, ...]
    topics: tuple[Topic, ...]
    sections: tuple[str, ...]
    sources: tuple[Source, ...]
    abbreviations: dict[str, str]
    """Abbreviations the sections use, with what they stand for."""
    revisions: tuple[Revision, ...]
    ended: Ended | None = None
    """For a superseded or retired publication."""
    notes: Notes = ()
    """For editors; never published."""
