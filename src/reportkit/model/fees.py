"""Model what the Medicare physician fee schedule says of a code, in this release and before.

Source: CMS, National Physician Fee Schedule Relative Value File, record layout RVU25D; the file of
geographic practice cost indices; two conversion factors from 2026 on: Social Security Act 1848(d).
Units are relative value units, payments US dollars.
"""

from typing import Literal

from reportkit.model.base import Count, Date, Number, Record, Share

Participants = Literal["all", "nonqualifying", "qualifying"]
"""Clinicians a conversion factor holds for: all, or those who do not, or do, take part enough in an
alternative payment model."""


class Fingerprint(Record):
    """By which a text is known to hold a descriptor that is not kept itself."""

    words: Count
    """How many words the descriptor has."""
    sha256: str
    """Of its words in small letters, one space apart."""
    core_words: Count | None = None
    """How many words its core has: no article, and no `of`; `null` in what was imported before."""
    core_sha256: str | None = None
    """Of the words of its core, each in the singular, in the order of the alphabet."""


class OppsCap(Record):
    """RVUs of the outpatient cap on imaging (Deficit Reduction Act of 2005, 5102(b))."""

    nonfacility_pe_rvu: Number
    """RVUs of practice expense in a non-facility setting."""
    facility_pe_rvu: Number
    """RVUs of practice expense in a facility."""
    mp_rvu: Number
    """RVUs of malpractice insurance."""


class ComponentPayment(Record):
    """Payment of one part of the service; `null` where none is set."""

    modifier: str
    """The modifier that names the part: `"26"`."""
    nonfacility_payment: Number | None
    """Payment of the part in a non-facility setting, in dollars."""
    facility_payment: Number | None
    """Payment of the part in a facility, in dollars."""


class Component(Record):
    """A part of the service that has a row of its own in the relative value file.

    26 is the professional part and TC the technical one; 53 is the service broken off, which few
    colonoscopies have (record layout, MOD).
    """

    modifier: str
    """The modifier that names the part: `"26"`."""
    status: str
    """Status of the part in the fee schedule: `A`."""
    work_rvu: Number
    """RVUs of the clinician's work."""
    nonfacility_pe_rvu: Number
    """RVUs of practice expense in a non-facility setting."""
    facility_pe_rvu: Number
    """RVUs of practice expense in a facility."""
    mp_rvu: Number
    """RVUs of malpractice insurance."""
    nonfacility_total: Number
    """Sum of its RVUs in a non-facility setting."""
    facility_total: Number
    """Sum of its RVUs in a facility."""
    nonfacility_na: bool
    """True if the service is rarely or never given in a non-facility setting."""
    facility_na: bool
    """True if the service is rarely or never given in a facility."""
    nonfacility_payment: Number | None
    """National payment in a non-facility setting, in dollars; `null` where none is set."""
    facility_payment: Number | None
    """National payment in a facility, in dollars; `null` where none is set."""
    opps_cap: OppsCap | None = None
    """Given for imaging that Medicare caps."""


class FactorPayment(Record):
    """National payment by another conversion factor of the same release."""

    conversion_factor: Number
    """Dollars for one RVU."""
    nonfacility_payment: Number | None
    """National payment in a non-facility setting, in dollars; `null` where none is set."""
    facility_payment: Number | None
    """National payment in a facility, in dollars; `null` where none is set."""
    components: tuple[ComponentPayment, ...] = ()
    """Payment of the code's parts by this factor."""


class LocalityPayment(Record):
    """Medicare payment in one locality (CMS GPCI file)."""

    locality: str
    """Number of the contractor and of the locality together: `"0111254"`."""
    name: str
    """Name of the locality."""
    work_gpci: Number
    """Geographic index of work."""
    pe_gpci: Number
    """Geographic index of practice expense."""
    mp_gpci: Number
    """Geographic index of malpractice insurance."""
    nonfacility_payment: Number | None
    """Payment there in a non-facility setting, in dollars."""
    facility_payment: Number | None
    """Payment there in a facility, in dollars."""
    components: tuple[ComponentPayment, ...] = ()
    """Payment of the code's parts there."""


class ReleasePayment(Record):
    """National Medicare payment in one earlier release, for the payment history."""

    release: str
    """Name of the earlier release: `RVU26C`."""
    conversion_factor: Number | None = None
    """Dollars for one RVU in that release."""
    nonfacility_payment: Number | None
    """National payment in a non-facility setting, in dollars; `null` where none is set."""
    facility_payment: Number | None
    """National payment in a facility, in dollars; `null` where none is set."""
    released: Date | None = None
    """The day the file says it was released."""
    begins: Date | None = None
    """The first day it held."""
    ends: Date | None = None
    """The last day it held."""
    status: str | None = None
    """Status of the code in that release: `A`."""
    nonfacility_total: Number | None = None
    """Sum of its RVUs in a non-facility setting."""
    facility_total: Number | None = None
    """Sum of its RVUs in a facility."""
    participants: Participants | None = None
    """For whom the conversion factor held."""
    qualifying: FactorPayment | None = None
    """What participants in a qualifying payment model were paid."""
    components: tuple[ComponentPayment, ...] = ()
    """Payment of the code's parts in that release."""


class Mpfs(Record):
    """One row of the National PFS Relative Value File (CMS RVU25D record layout)."""

    release: str
    """Name of the release: `RVU26D`."""
    status: str
    """Status of the code, one letter: `A` is paid separately."""
    global_days: str
    """The global period as CMS writes it: `"010"`, `"090"`, `XXX`."""
    preoperative: Share
    """Share of the global payment for the time before the procedure: `0.10`."""
    intraoperative: Share
    """Share of the global payment for the procedure itself: `0.80`."""
    postoperative: Share
    """Share of the global payment for the time after it: `0.10`."""
    multiple_procedure: str
    """Indicator for several procedures in one session: `"2"`."""
    bilateral: str
    """Indicator for both sides: `"0"`."""
    assistant_surgeon: str
    """Indicator for an assistant at surgery: `"1"`."""
    co_surgeon: str
    """Indicator for two surgeons: `"0"`."""
    team_surgery: str
    """Indicator for a surgical team: `"0"`."""
    pc_tc: str
    """Indicator for the professional and the technical part: `"0"`."""
    work_rvu: Number
    """RVUs of the clinician's work."""
    nonfacility_pe_rvu: Number
    """RVUs of practice expense in a non-facility setting."""
    facility_pe_rvu: Number
    """RVUs of practice expense in a facility."""
    mp_rvu: Number
    """RVUs of malpractice insurance."""
    nonfacility_total: Number
    """Sum of its RVUs in a non-facility setting."""
    facility_total: Number
    """Sum of its RVUs in a facility."""
    nonfacility_na: bool
    """True if the service is rarely or never given in a non-facility setting."""
    facility_na: bool
    """True if the service is rarely or never given in a facility."""
    conversion_factor: Number
    """Dollars for one RVU."""
    nonfacility_payment: Number | None
    """National payment in a non-facility setting, in dollars; `null` where none is set."""
    facility_payment: Number | None
    """National payment in a facility, in dollars; `null` where none is set."""
    descriptor: Fingerprint | None = None
    """Of the short CPT descriptor in the file, which is dropped; see `unlicensed-descriptor`."""
    opps_cap: OppsCap | None = None
    """Given for imaging that Medicare caps; the payments are then the lower amounts."""
    localities: tuple[LocalityPayment, ...] = ()
    """Payment in single localities, where it was asked for."""
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
