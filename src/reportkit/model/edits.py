"""Model the limits and pairs by which Medicare edits claims, and what centers are paid."""

from typing import Literal

from reportkit.model.base import Count, Date, Number, Record


class MueLimit(Record):
    """Medically unlikely edit in one setting (CMS NCCI MUE tables)."""

    units: Count
    """How many units Medicare expects of one provider, patient and day at most."""
    mai: str
    """MUE adjudication indicator: 1 line, 2 date of service by policy, 3 by clinical benchmark."""
    rationale: str | None = None
    """Why, in the words of the table: `Anatomic Consideration`."""


class MueQuarter(Record):
    """Medically unlikely edits, by setting, in one quarter."""

    quarter: str
    """Quarter of the table: `2026Q4`."""
    practitioner: MueLimit | None
    """The limit for practitioners; `null` if there is none."""
    outpatient_hospital: MueLimit | None
    """The limit for outpatient hospitals; `null` if there is none."""


class Mue(MueQuarter):
    """Medically unlikely edits in the newest quarter and in those before."""

    history: tuple[MueQuarter, ...] = ()
    """Earlier quarters, each of CMS's table of that quarter."""


class CenterPayment(Record):
    """Ambulatory surgical center payment in one quarter (CMS ASC addenda AA, BB, EE and FF)."""

    release: str
    """Quarter of the addenda: `2026Q4`."""
    payment_indicator: str
    """By which rule the center is paid, as CMS names it: `P3`; `EE` for what that addendum
    excludes from payment.
    """
    multiple_procedure_discount: bool | None
    """True if a second procedure of a session is paid less; `null` for what is no covered surgery.
    """
    payment_rate: Number | None
    """What Medicare pays the center, in dollars; `null` where none is set."""
    apc: str | None
    """Ambulatory payment classification of the code in a hospital: `"5412"`."""
    opps_payment_rate: Number | None
    """What Medicare pays an outpatient hospital, in dollars."""


class Asc(CenterPayment):
    """Ambulatory surgical center payment in the newest quarter and in those before."""

    history: tuple[CenterPayment, ...] = ()
    """Earlier quarters, each of CMS's addenda of that quarter."""


class NcciPair(Record):
    """One procedure-to-procedure edit (CMS NCCI PTP tables)."""

    column_1: str
    """The code that is paid."""
    column_2: str
    """The code that is bundled into it."""
    indicator: Literal["0", "1", "9"]
    """Whether a modifier opens the pair: 0 never, 1 where it fits, 9 the pair is void."""
    deleted: Date | None
    """The last day of the pair; `null` while it holds."""
    rationale: str | None = None
    """Why, in the words of the table: `Standards of medical/surgical practice`."""

    def beside(self, code: str) -> str:
        """The code that stands in the pair beside another of it."""
        return self.column_2 if self.column_1 == code else self.column_1


class Ncci(Record):
    """Procedure-to-procedure edits of one setting and quarter."""

    quarter: str
    """Quarter of the table: `2026Q4`."""
    setting: Literal["practitioner", "outpatient-hospital"]
    """Whose claims the table edits."""
    pairs: tuple[NcciPair, ...]
    """Every pair that names the code; `[]` if there is none."""
