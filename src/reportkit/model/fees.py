"""Model what the Medicare physician fee schedule says of a code, in this release and before.

Source: CMS, National Physician Fee Schedule Relative Value File, record layout RVU25D; the file of
geographic practice cost indices; two conversion factors from 2026 on: Social Security Act 1848(d).
Units are relative value units, payments US dollars.
"""

from typing import Literal

from reportkit.model.base import Date, Number, Record

Participants = Literal["all", "nonqualifying", "qualifying"]
"""Clinicians a conversion factor holds for: all, or those who do not, or do, take part enough in an
alternative payment model."""


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


class ComponentPayment(Record):
    """Payment of one part of the service; `null` where none is set."""

    modifier: str
    nonfacility_payment: Number | None
    facility_payment: Number | None


class Component(Record):
    """A part of the service that has a row of its own in the relative value file.

    26 is the professional part and TC the technical one; 53 is the service broken off, which few
    colonoscopies have (record layout, MOD).
    """

    modifier: str
    status: str
    work_rvu: Number
    nonfacility_pe_rvu: Number
    facility_pe_rvu: Number
    mp_rvu: Number
    nonfacility_total: Number
    facility_total: Number
    nonfacility_na: bool
    facility_na: bool
    nonfacility_payment: Number | None
    facility_payment: Number | None
    opps_cap: OppsCap | None = None


class FactorPayment(Record):
    """National payment by another conversion factor of the same release."""

    conversion_factor: Number
    nonfacility_payment: Number | None
    facility_payment: Number | None
    components: tuple[ComponentPayment, ...] = ()


class LocalityPayment(Record):
    """Medicare payment in one locality (CMS GPCI file)."""

    locality: str
    name: str
    work_gpci: Number
    pe_gpci: Number
    mp_gpci: Number
    nonfacility_payment: Number | None
    facility_payment: Number | None
    components: tuple[ComponentPayment, ...] = ()


class ReleasePayment(Record):
    """National Medicare payment in one earlier release, for the payment history."""

    release: str
    conversion_factor: Number | None = None
    nonfacility_payment: Number | None
    facility_payment: Number | None
    released: Date | None = None
    """The day the file says it was released."""
    begins: Date | None = None
    """The first day it held."""
    ends: Date | None = None
    """The last day it held."""
    status: str | None = None
    nonfacility_total: Number | None = None
    facility_total: Number | None = None
    participants: Participants | None = None
    qualifying: FactorPayment | None = None
    components: tuple[ComponentPayment, ...] = ()


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
    """Earlier releases, oldest first; each has an origin in `provenance`."""
    released: Date | None = None
    """The day the file says it was released: one release may be issued again."""
    participants: Participants | None = None
    """For whom the conversion factor holds; `null` where nothing said so."""
    qualifying: FactorPayment | None = None
    """What participants in a qualifying payment model are paid, where the year has two factors."""
    endoscopic_base: str | None = None
    """The endoscopy that is part of this one, and is taken off where both are done (ENDO BASE)."""
    components: tuple[Component, ...] = ()
    """Rows of the code's own parts: professional (26), technical (TC), discontinued (53)."""
