"""The package of provided data: report/<code>/input.yaml.

`null` means not provided and `[]` means provided and empty, so every key is to be
written out, except `validity`, which CMS publishes of HCPCS Level II alone. Codes, indicators
and units of a code set are strings (`"010"`, `"57511"`). Money is in US dollars; RVUs are
relative value units.
"""

from typing import Literal

from reportkit.model.base import Date, Number, Record
from reportkit.model.codes import CodeSystem

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


class LocalityPayment(Record):
    """Medicare payment in one locality (CMS GPCI file)."""

    locality: str
    name: str
    work_gpci: Number
    pe_gpci: Number
    mp_gpci: Number
    nonfacility_payment: Number | None
    facility_payment: Number | None


class ReleasePayment(Record):
    """National Medicare payment in one earlier release, for the payment history."""

    release: str
    conversion_factor: Number | None = None
    nonfacility_payment: Number | None
    facility_payment: Number | None


def history_key(release: str) -> str:
    """Under which key of `provenance` the origin of an earlier release's payment stands."""
    return f"{HISTORY_PREFIX}{release}"


HISTORY_PREFIX = "mpfs.history."


class Fingerprint(Record):
    """By which a text is known to hold a descriptor that is not kept itself."""

    words: int
    sha256: str
    """Of its words in small letters, one space apart."""


class OppsCap(Record):
    """RVUs of the outpatient cap on imaging (Deficit Reduction Act of 2005, 5102(b))."""

    nonfacility_pe_rvu: Number
    facility_pe_rvu: Number
    mp_rvu: Number


class Mpfs(Record):
    """One row of the National PFS Relative Value File (CMS RVU25D record layout)."""

    release: str
    status: str
    global_days: str
    preoperative: Number
    intraoperative: Number
    postoperative: Number
    multiple_procedure: str
    bilateral: str
    assistant_surgeon: str
    co_surgeon: str
    team_surgery: str
    pc_tc: str
    work_rvu: Number
    nonfacility_pe_rvu: Number
    facility_pe_rvu: Number
    mp_rvu: Number
    nonfacility_total: Number
    facility_total: Number
    nonfacility_na: bool
    facility_na: bool
    conversion_factor: Number
    nonfacility_payment: Number | None
    facility_payment: Number | None
    descriptor: Fingerprint | None = None
    """Of the short CPT descriptor in the file, which is dropped; see `unlicensed-descriptor`."""
    opps_cap: OppsCap | None = None
    """Given for imaging that Medicare caps; the payments are then the lower amounts."""
    localities: tuple[LocalityPayment, ...] = ()
    history: tuple[ReleasePayment, ...] = ()
    """Earlier releases; the origin of each stands in `provenance` under `history_key`."""


class Validity(Record):
    """On which days of service a code may be billed (CMS HCPCS file)."""

    release: str
    """Quarter of the file: `2026Q4`."""
    added: Date | None
    terminated: Date | None
    """The last day; `null` while no end is set."""


class MueLimit(Record):
    """Medically unlikely edit in one setting (CMS NCCI MUE tables)."""

    units: int
    mai: str
    """MUE adjudication indicator: 1 line, 2 date of service by policy, 3 by clinical benchmark."""
    rationale: str | None = None


class Mue(Record):
    """Medically unlikely edits, by setting, in one quarter."""

    quarter: str
    practitioner: MueLimit | None
    outpatient_hospital: MueLimit | None


class Asc(Record):
    """Ambulatory surgical center payment (CMS ASC addenda AA and FF)."""

    release: str
    payment_indicator: str
    multiple_procedure_discount: bool
    payment_rate: Number | None
    apc: str | None
    opps_payment_rate: Number | None


class NcciPair(Record):
    """One procedure-to-procedure edit (CMS NCCI PTP tables)."""

    column_1: str
    column_2: str
    indicator: Literal["0", "1", "9"]
    deleted: Date | None
    rationale: str | None = None


class Ncci(Record):
    """Procedure-to-procedure edits of one setting and quarter."""

    quarter: str
    setting: Literal["practitioner", "outpatient-hospital"]
    pairs: tuple[NcciPair, ...]


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


class Rate(Record):
    """Negotiated rates of one bucket; unlike buckets are never mixed. Dollars.

    Percentiles are prices that occur, by the definition in `reportkit.inputs.percentiles`;
    `null` where n is too small for them.
    """

    published_by: Literal["hospital", "payer"]
    """Whose file: a hospital's standard charges or a payer's in-network rates."""
    payer: str
    """Id of a payer of this input."""
    plan: str
    """As the file names it; `unstated` if it does not."""
    setting: Literal["inpatient", "outpatient", "both"]
    billing_class: Literal["professional", "institutional", "both", "unstated"]
    modifiers: tuple[str, ...]
    negotiated_type: str
    """Hospital: case rate, fee schedule, other. Payer: negotiated, derived, fee schedule."""
    period: str
    """Month of the files, YYYY-MM."""
    n: int
    """Prices in the bucket, each entry of the files counted once."""
    p10: Number | None
    p25: Number | None
    p50: Number
    p75: Number | None
    p90: Number | None


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
    url: str | None
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
