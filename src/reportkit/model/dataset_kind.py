"""Say what is asked of every kind of provided data, and of the section that prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

CMS = "Centers for Medicare & Medicaid Services"

Fields = tuple[str, ...]
"""The fields that tell a row from the others of its list."""


@dataclass(frozen=True, slots=True)
class DatasetKind:
    """A kind of provided data: one key of input.yaml.

    A path leads from the key to values: `pairs.column_1`, `release`; it goes through every item
    of the lists on its way. The empty path is the value of the key itself.
    """

    key: str
    label: str
    """What readers call it."""
    section: str
    """Id of the section that prints it."""
    asked_of: str
    """Who has it."""
    absence: str
    """What its absence means for the reader."""
    published: str | None = None
    """The public file that an import reads it from, as a citation names it: publisher and title."""
    rows: Mapping[str, Fields] = field(default_factory=dict)
    """Path of each list of records to what tells its rows apart."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """Path of a code to its code system, or to the field beside it that names the system."""
    payer: str | None = None
    """Path of the id of a payer."""
    source: str | None = None
    """Path of the id of a source of report.yaml."""
    release: str | None = None
    """Path of the release the data was taken from."""
    code_set: str | None = None
    """Key of `code_sets` in report.yaml under which the cover names that release."""
    by_medicare: bool = False
    """True for what Medicare publishes about its own payment."""
    always: bool = True
    """False for what is published of some codes only: its absence is no gap."""


@dataclass(frozen=True, slots=True)
class DataSection:
    """A section made from provided data, which delivers the topic of the same name."""

    id: str
    title: str
    topic: str
    """What the list of topics calls it."""
    dataset: str
    """Key of the data without which the topic is not delivered."""
    stand_in: str
    """Id of the authored section that tells of absent data in a report without this one."""


ANY_CODE = "CPT or HCPCS"
"""System of a code that may be of either."""
