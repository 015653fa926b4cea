"""Model the limits and pairs by which Medicare edits claims, and what centers are paid."""

from typing import Literal

from reportkit.model.base import Date, Number, Record


class MueLimit(Record):
    """Medically unlikely edit in one setting (CMS NCCI MUE tables)."""

    units: int
    mai: str
    """MUE adjudication indicator: 1 line, 2 date of service by policy, 3 by clinical benchmark."""
    rationale: str | None = None


class MueQuarter(Record):
    """Medically unlikely edits, by setting, in one quarter."""

    quarter: str
    practitioner: MueLimit | None
    outpatient_hospital: MueLimit | None


class Mue(MueQuarter):
    """Medically unlikely edits in the newest quarter and in those before."""

    history: tuple[MueQuarter, ...] = ()
    """Earlier quarters, each of CMS's table of that quarter."""


class CenterPayment(Record):
    """Ambulatory surgical center payment in one quarter (CMS ASC addenda AA and FF)."""

    release: str
    payment_indicator: str
    multiple_procedure_discount: bool
    payment_rate: Number | None
    apc: str | None
    opps_payment_rate: Number | None


class Asc(CenterPayment):
    """Ambulatory surgical center payment in the newest quarter and in those before."""

    history: tuple[CenterPayment, ...] = ()
    """Earlier quarters, each of CMS's addenda of that quarter."""


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
