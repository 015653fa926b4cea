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
    """The year of CPT: `"2026"`."""
    hcpcs: str | None
    """The quarter of HCPCS Level II: `2026Q4`."""
    icd10cm: str | None
    """The release of ICD-10-CM: `FY2027`."""
    ncci: str | None
    """The quarter of the NCCI edits and limits: `2026Q4`."""
    mpfs: str | None
    """The release of the Medicare fee schedule: `RVU26D`."""


class Source(Record):
    """A source the report draws on; prose cites it as `[@id]`."""

    id: str
    """A short name by which texts cite it: `cms-pfs`."""
    citation: str
    """Who issued it, its title, and its release, as printed in the list of sources."""
    accessed: Date
    """The day on which it was read."""
    url: Address | None = None
    """Where it is, if it is public."""
    covers: tuple[Subject, ...] = ()
    """Subjects that it tells of, beside those whose data was taken from it."""


class Ended(Record):
    """Since when a publication is out of force, and what took its place."""

    since: Date
    """The first day on which it is out of force."""
    successor: str | None = None
    """As readers know it: `version 2.0`, `CPT 57513, version 1.0`."""
    url: Address | None = None
    """Where the successor is."""


class Revision(Record):
    """One line of the revision history."""

    version: str
    """The version that came of the change."""
    date: Date
    """The day of the change."""
    sections: tuple[str, ...]
    """Ids of the sections that changed, or `all`."""
    change: Prose
    """What changed, for readers."""
    reason: Prose
    """Why it changed."""


class Report(Record):
    """What the publication is, what it promises, and in which order it delivers."""

    reportkit: Literal["report/1"]
    """The form of the file: `report/1`."""
    id: str
    """The publisher's number of the publication: `RK-57511`."""
    code: str
    """The code the report is on, in quotes: `"57511"`."""
    code_system: CodeSystem
    """The code set the code is of."""
    title: str
    """In the publisher's own words, never a CPT descriptor."""
    version: str
    """The version of this edition, in quotes: `"1.0"`."""
    status: Status
    """Where it stands on its way; `approved` and later need signatures."""
    published: Date
    """The day it is issued."""
    effective: Date
    """The first day it holds."""
    data_as_of: Date
    """The newest day the provided data holds for."""
    next_review: Date
    """The day by which it is to be looked at again."""
    code_sets: CodeSets
    """The releases it was written against."""
    input_sha256: str
    """Hash of the input.yaml the sections were written from."""
    audience: tuple[str, ...]
    """For whom it is written, as printed: `billers`."""
    topics: tuple[Topic, ...]
    """What the report promises; each is delivered or is a named gap."""
    sections: tuple[str, ...]
    """Ids of its sections in order: those that authors write, then those made from data."""
    sources: tuple[Source, ...]
    """Everything it draws on."""
    abbreviations: dict[str, str]
    """Abbreviations the sections use, with what they stand for."""
    revisions: tuple[Revision, ...]
    """The revision history, the first edition first."""
    ended: Ended | None = None
    """For a superseded or retired publication."""
    notes: Notes = ()
    """For editors; never published."""
