"""The package of provided data: report/<code>/input.yaml.

`null` means not provided and `[]` means provided and empty, so every key is to be
written out, except those that are published of some codes alone, as `validity`. Codes, indicators
and units of a code set are strings (`"010"`, `"57511"`). Money is in US dollars; RVUs are
relative value units.
"""

from typing import Literal

from reportkit.model.add_ons import AddOns
from reportkit.model.anesthesia import Anesthesia
from reportkit.model.base import Address, Count, Date, Number, Record
from reportkit.model.billed_modifiers import BilledModifiers
from reportkit.model.codes import CodeSystem
from reportkit.model.edits import Asc, Mue, Ncci
from reportkit.model.equipment import Dmepos
from reportkit.model.fees import Mpfs
from reportkit.model.rates import AllowedAmounts, Rate
from reportkit.model.schedules import Asp, Clfs, Opps
from reportkit.model.telehealth import Telehealth

MissingReason = Literal[
    "not_provided", "not_applicable", "not_licensed", "suppressed", "pending", "none_found"
]


class Provenance(Record):
    """Where one key of the input came from."""

    source: str
    """Id of a source listed in report.yaml."""
    as_of: Date
    """The first day the data holds for."""
    release: str | None = None
    """Its release or quarter: `RVU26D`, `2026Q4`."""
    file: str | None = None
    """Name of the file it was taken from; several are joined by ` + `."""
    sha256: str | None = None
    """Hash of that file; an import writes it."""
    sample: bool = False
    """True for data made up to show the report's shape; the publication says so."""


class Missing(Record):
    """One thing the report should have and has not: an entry of the ledger of gaps."""

    field: str
    """An input key (`diagnoses`) or a section's key (`clinical-context.guidelines`)."""
    section: str
    """Id of the section in which the reader is told."""
    reason: MissingReason
    """Why it is missing."""
    needed_from: str
    """Who has to supply it: `coding data team`."""
    effect: str
    """What its absence means for the reader, as a sentence in print."""
    since: Date
    """Since when it is known to be missing."""


class Payer(Record):
    """A payer the report may speak of."""

    id: str
    """A short name for this file's other parts: `medicare`."""
    name: str
    """As printed: `Medicare`."""
    kind: Literal["insurer", "licensee-federation", "government-programme"]
    """What the payer is."""
    aliases: tuple[str, ...] = ()
    """Other names by which prose may speak of it."""


class Site(Record):
    """A site of service, with its place of service codes."""

    id: str
    """A short name for other files: `office`."""
    name: str
    """As printed: `Office`."""
    pos: tuple[str, ...]
    """Its place of service codes: `["11"]`."""
    rank: Literal["typical", "also"]
    """Whether it is the usual site, or one beside it."""
    aliases: tuple[str, ...] = ()
    """Other names by which prose may speak of it."""


class Validity(Record):
    """On which days of service a code may be billed (CMS HCPCS file)."""

    release: str
    """Quarter of the file: `2026Q4`."""
    added: Date | None
    """The first day; `null` if the file does not say."""
    terminated: Date | None
    """The last day; `null` while no end is set."""


class Diagnosis(Record):
    """An ICD-10-CM code provided for the report."""

    code: str
    """The ICD-10-CM code: `N87.1`."""
    title: str
    """Its title, as the release gives it."""
    basis: Literal["histology", "cytology", "imaging", "clinical", "laboratory"]
    """What has to stand behind it in the record."""
    support: Literal["covered", "not-covered", "informational"]
    """Whether it supports the service."""
    source: str
    """Id of the source in report.yaml that says so."""
    excludes1: tuple[str, ...] = ()
    """Codes never reported together with it: `R87.613`, `D06.-`, `O00-O9A`."""
    release: str | None = None
    """Release of ICD-10-CM it was looked up in: `FY2027`, `FY2027 April`."""
    looked_up: str | None = None
    """Mark of what the release says of the code; `null` if code and title were typed in."""


class Taxonomy(Record):
    """A NUCC provider taxonomy."""

    code: str
    """The NUCC code, ten characters: `207V00000X`."""
    display: str
    """Its name, as NUCC gives it."""
    kind: Literal["individual", "organization"]
    """Whether it is of persons or of organizations."""


class RelatedCode(Record):
    """Another code, and how it relates to the report's own."""

    code: str
    """The other code: `"57513"`."""
    code_system: CodeSystem
    """The code set it is of."""
    relation: Literal["family", "alternative", "bundled", "add-on", "companion-e-m"]
    """How it stands to the report's own code."""
    note: str
    """What sets the two apart, in own words."""


class Utilization(Record):
    """Services counted in one year and setting; `null` is a suppressed cell."""

    year: int
    """Year of the services: `2024`."""
    setting: Literal["facility", "nonfacility", "total"]
    """Where they were given."""
    services: Count | None
    """How many services were billed."""
    beneficiaries: Count | None
    """To how many patients."""
    providers: Count | None
    """By how many clinicians."""
    average_submitted: Number | None
    """Mean charge of a service, in dollars."""
    average_allowed: Number | None
    """Mean amount allowed, in dollars."""
    average_paid: Number | None
    """Mean amount paid, in dollars."""


class Coverage(Record):
    """One payer's policy on the code."""

    payer: str
    """Id of a payer of this input."""
    policy_id: str
    """The payer's own number of the policy."""
    title: str
    """The title of the policy."""
    stance: Literal["covered", "covered-with-criteria", "not-covered", "no-policy"]
    """Whether the policy covers the service."""
    prior_authorization: Literal["required", "not-required", "unknown"]
    """Whether the payer has to agree beforehand."""
    criteria: str | None
    """What has to be true for it to be covered, in own words; `null` if nothing is named."""
    effective: Date
    """Since when the policy holds."""
    last_review: Date | None
    """When the payer last reviewed it; `null` if it does not say."""
    url: Address | None
    """Where the policy is; `null` if it is not public."""
    accessed: Date
    """The day on which it was read."""
    diagnoses: tuple[str, ...] = ()
    """Diagnoses that the policy lists as covered: `[N87.1]`; `[]` where it lists none."""


class PolicyUpdate(Record):
    """One change of a payer's policy."""

    date: Date
    """The day it was announced."""
    payer: str
    """Id of a payer of this input."""
    change: str
    """What changed."""
    effect: str
    """What it means for claims."""
    effective: Date
    """Since when it holds."""
    source: str
    """Id of a source listed in report.yaml."""


class ProvidedInput(Record):
    """Everything that was provided for one report.

    A kind of data whose key is not written counts as not provided; rule undeclared-gap finds it.
    """

    reportkit: Literal["input/1"]
    """The form of the file: `input/1`."""
    code: str
    """The code the data is of, in quotes: `"57511"`."""
    code_system: CodeSystem
    """The code set the code is of."""
    as_of: Date
    """The newest day the data holds for."""
    provenance: dict[str, Provenance]
    """Key of this file to where its data came from: `mpfs`, `sites`."""
    payers: tuple[Payer, ...] | None = None
    """The payers the report may speak of."""
    sites: tuple[Site, ...] | None = None
    """The sites of service."""
    modifiers: tuple[str, ...] | None = None
    """The modifiers that go with the code: `["22", "59"]`."""
    mpfs: Mpfs | None = None
    """The code's row of the Medicare physician fee schedule; `reportkit import pfs` writes it."""
    mue: Mue | None = None
    """Medically unlikely edits; `reportkit import ncci` writes them."""
    asc: Asc | None = None
    """Payment of ambulatory surgical centers; `reportkit import asc` writes it."""
    ncci: tuple[Ncci, ...] | None = None
    """Pairs of codes that are not paid together; `reportkit import ncci` writes them."""
    related_codes: tuple[RelatedCode, ...] | None = None
    """Other codes that a coder has to tell from this one."""
    diagnoses: tuple[Diagnosis, ...] | None = None
    """Diagnosis codes that go with the service; `reportkit import icd10` looks up their titles."""
    taxonomies: tuple[Taxonomy, ...] | None = None
    """The specialties that bill the code; `reportkit import nucc` looks up their names."""
    rates: tuple[Rate, ...] | None = None
    """Negotiated rates; `reportkit import rates` writes them."""
    utilization: tuple[Utilization, ...] | None = None
    """How often the service is given; `reportkit import utilization` writes it."""
    coverage: tuple[Coverage, ...] | None = None
    """What the policies of payers say; `reportkit import coverage` writes those of Medicare."""
    policy_updates: tuple[PolicyUpdate, ...] | None = None
    """Changes of such policies."""
    service_line: str | None = None
    """The service line of the house the code belongs to: `Gynecology`."""
    missing: tuple[Missing, ...]
    """The ledger of missing data: a record for every `null` above, and for a section that is not
    written.
    """
    validity: Validity | None = None
    """From when to when the code is valid; of HCPCS Level II codes alone, `reportkit import hcpcs`
    writes it.
    """
    allowed_amounts: tuple[AllowedAmounts, ...] | None = None
    """What hospitals say of amounts allowed, where they publish it; `reportkit import rates`
    writes them.
    """
    opps: Opps | None = None
    """The code's row of hospital outpatient addendum B; `reportkit import opps` writes it."""
    clfs: Clfs | None = None
    """The code's row of the laboratory fee schedule; `reportkit import clfs` writes it."""
    asp: Asp | None = None
    """The payment limit of a drug; `reportkit import asp` writes it."""
    anesthesia: Anesthesia | None = None
    """Base units and factors of anesthesia; `reportkit import anesthesia` writes them."""
    dmepos: Dmepos | None = None
    """Fees for equipment and supplies; `reportkit import dmepos` writes them."""
    add_ons: AddOns | None = None
    """Add-on codes and what they are paid beside; `reportkit import addons` writes them."""
    telehealth: Telehealth | None = None
    """Entry in the list of telehealth services; `reportkit import telehealth` writes it."""
    billed_modifiers: BilledModifiers | None = None
    """Which modifiers were billed with the code; `reportkit import psps` writes them."""
