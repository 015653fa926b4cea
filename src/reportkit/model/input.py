"""The package of provided data: report/<code>/input.yaml.

`null` means not provided and `[]` means provided and empty, so every key is to be
written out, except those that are published of some codes alone, as `validity`. Codes, indicators
and units of a code set are strings (`"010"`, `"57511"`). Money is in US dollars; RVUs are
relative value units.
"""

from typing import Literal

from reportkit.model.base import Address, Date, Number, Record
from reportkit.model.codes import CodeSystem
from reportkit.model.edits import Asc, Mue, Ncci
from reportkit.model.fees import Mpfs
from reportkit.model.rates import AllowedAmounts, Rate

MissingReason = Literal[
    "not_provided", "not_applicable", "not_licensed", "suppressed", "pending", "none_found"
]


class Provenance(Record):
    """Where one key of the input came from."""

    source: str
    """Id of a source listed in report.yaml."""
    as_of: Date
    release: str | None = None
    file: str | None = None
    sha256: str | None = None
    sample: bool = False
    """True for data made up to show the report's shape; the publication says so."""


class Missing(Record):
    """One thing the report should have and has not: an entry of the ledger of gaps."""

    field: str
    """An input key (`diagnoses`) or a section's key (`clinical-context.guidelines`)."""
    section: str
    """Id of the section in which the reader is told."""
    reason: MissingReason
    needed_from: str
    effect: str
    since: Date


class Payer(Record):
    """A payer the report may speak of."""

    id: str
    name: str
    kind: Literal["insurer", "licensee-federation", "government-programme"]
    aliases: tuple[str, ...] = ()


class Site(Record):
    """A site of service, with its place of service codes."""

    id: str
    name: str
    pos: tuple[str, ...]
    rank: Literal["typical", "also"]
    aliases: tuple[str, ...] = ()


class Validity(Record):
    """On which days of service a code may be billed (CMS HCPCS file)."""

    release: str
    """Quarter of the file: `2026Q4`."""
    added: Date | None
    terminated: Date | None
    """The last day; `null` while no end is set."""


class Diagnosis(Record):
    """An ICD-10-CM code provided for the report."""

    code: str
    title: str
    basis: Literal["histology", "cytology", "imaging", "clinical", "laboratory"]
    support: Literal["covered", "not-covered", "informational"]
    source: str
    excludes1: tuple[str, ...] = ()
    """Codes never reported together with it: `R87.613`, `D06.-`, `O00-O9A`."""
    release: str | None = None
    """Release of ICD-10-CM it was looked up in: `FY2027`, `FY2027 April`."""
    looked_up: str | None = None
    """Mark of what the release says of the code; `null` if code and title were typed in."""


class Taxonomy(Record):
    """A NUCC provider taxonomy."""

    code: str
    display: str
    kind: Literal["individual", "organization"]


class RelatedCode(Record):
    """Another code, and how it relates to the report's own."""

    code: str
    code_system: CodeSystem
    relation: Literal["family", "alternative", "bundled", "add-on", "companion-e-m"]
    note: str


class Utilization(Record):
    """Services counted in one year and setting; `null` is a suppressed cell."""

    year: int
    setting: Literal["facility", "nonfacility", "total"]
    services: int | None
    beneficiaries: int | None
    providers: int | None
    average_submitted: Number | None
    average_allowed: Number | None
    average_paid: Number | None


class Coverage(Record):
    """One payer's policy on the code."""

    payer: str
    policy_id: str
    title: str
    stance: Literal["covered", "covered-with-criteria", "not-covered", "no-policy"]
    prior_authorization: Literal["required", "not-required", "unknown"]
    criteria: str | None
    effective: Date
    last_review: Date | None
    url: Address | None
    accessed: Date


class PolicyUpdate(Record):
    """One change of a payer's policy."""

    date: Date
    payer: str
    change: str
    effect: str
    effective: Date
    source: str


class ProvidedInput(Record):
    """Everything that was provided for one report.

    A kind of data whose key is not written counts as not provided; rule undeclared-gap finds it.
    """

    reportkit: Literal["input/1"]
    code: str
    code_system: CodeSystem
    as_of: Date
    provenance: dict[str, Provenance]
    payers: tuple[Payer, ...] | None = None
    sites: tuple[Site, ...] | None = None
    modifiers: tuple[str, ...] | None = None
    mpfs: Mpfs | None = None
    mue: Mue | None = None
    asc: Asc | None = None
    ncci: tuple[Ncci, ...] | None = None
    related_codes: tuple[RelatedCode, ...] | None = None
    diagnoses: tuple[Diagnosis, ...] | None = None
    taxonomies: tuple[Taxonomy, ...] | None = None
    rates: tuple[Rate, ...] | None = None
    utilization: tuple[Utilization, ...] | None = None
    coverage: tuple[Coverage, ...] | None = None
    policy_updates: tuple[PolicyUpdate, ...] | None = None
    service_line: str | None = None
    missing: tuple[Missing, ...]
    validity: Validity | None = None
    allowed_amounts: tuple[AllowedAmounts, ...] | None = None
