"""Model what Medicare pays hospitals for outpatients, laboratories, and for drugs. US dollars.

Sources: CMS, addendum B of the outpatient prospective payment system (OPPS); the clinical
laboratory fee schedule (CLFS); the payment limits of Part B drugs, from average sales prices (ASP).
"""

from reportkit.model.base import Date, Number, Record, Share


class OppsQuarter(Record):
    """Payment to outpatient hospitals in one quarter (CMS, addendum B)."""

    release: str
    """`2025Q4`."""
    status_indicator: str
    """How the code is paid: `T`, `S`, `N` …"""
    apc: str | None
    """Ambulatory payment classification."""
    relative_weight: Number | None
    """Weight of the classification, which the conversion factor makes a rate."""
    payment_rate: Number | None
    """National rate in dollars; `null` where the file gives none."""
    copayment: Number | None
    """National unadjusted copayment; `null` where the file gives none."""
    minimum_copayment: Number | None
    """The least a hospital may ask of the patient."""
    coinsurance: Share | None = None
    """Of a drug whose price rose faster than inflation: the patient's share of 1."""
    adjusted_copayment: Number | None = None
    """What such a patient pays."""
    note: str | None = None
    """What the file notes of the row."""
    released: Date | None = None
    """The day that the file's name gives: a quarter may be issued again."""


class Opps(OppsQuarter):
    """Payment to outpatient hospitals in the newest quarter and in those before."""

    history: tuple[OppsQuarter, ...] = ()
    """The quarters before, as the files gave them."""


class LaboratoryRate(Record):
    """The rate of a test, alone or with a modifier."""

    modifier: str | None
    """`QW` for a test that a laboratory with a certificate of waiver does."""
    national: bool
    """False where each contractor sets the rate."""
    rate: Number | None
    """`null` where the file gives no national rate."""


class ClfsQuarter(Record):
    """Rates of a test in one quarter (CMS, clinical laboratory fee schedule)."""

    release: str
    """The quarter: `2026Q1`."""
    rates: tuple[LaboratoryRate, ...]
    """Each rate of the code."""


class Clfs(ClfsQuarter):
    """Rates of a test in the newest quarter and in those before."""

    history: tuple[ClfsQuarter, ...] = ()
    """The quarters before, as the files gave them."""


class AspQuarter(Record):
    """Payment limit of a drug in one quarter (CMS, payment limits of Part B drugs)."""

    release: str
    """The quarter: `2026Q1`."""
    dosage: str
    """What one billing unit holds: `10 MG`."""
    payment_limit: Number | None
    """Dollars for one billing unit; `null` where the file gives none."""
    coinsurance: Share | None
    """The patient's share of 1; `null` where the file does not say it."""
    note: str | None = None
    """What the file notes of the row."""
    released: Date | None = None
    """The day that the file's name gives: a quarter may be issued again."""


class Asp(AspQuarter):
    """Payment limit of a drug in the newest quarter and in those before."""

    history: tuple[AspQuarter, ...] = ()
    """The quarters before, as the files gave them."""
