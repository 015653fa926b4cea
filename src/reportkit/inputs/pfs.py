"""Read the National Physician Fee Schedule Relative Value File: rows and payments.

Source of the layout and of the formulas: CMS, record layout of the file (RVU25D). RVUs are
relative value units, payments US dollars. Totals printed in the file have to equal the sum
of their parts; a row where they do not is refused.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial
from operator import attrgetter
from typing import Literal

from reportkit.inputs import cells
from reportkit.inputs.descriptors import DescriptorPolicy, fingerprint, kept
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.payment import Indices, Units, cents, payment
from reportkit.inputs.pfs_components import component, components
from reportkit.inputs.pfs_release import day_released, participants_of, release_of
from reportkit.inputs.refused import Refused
from reportkit.inputs.releases import begins
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.fees import Fingerprint, LocalityPayment, Mpfs, OppsCap, Participants
from reportkit.model.indicators import PAID_STATUSES, values_of

Setting = Literal["nonfacility", "facility"]


def read_pfs(
    file: str,
    content: bytes,
    descriptors: DescriptorPolicy = DescriptorPolicy.DROP,
    release: str | None = None,
    participants: Participants | None = None,
) -> PfsFile:
    """Read a PPRRVU file; every row becomes a PfsRow or is refused. Raises LayoutError.

    `release` (`RVU25D`) is needed only where neither the title row nor the name says it, and
    `participants` where neither the conversion factor nor the name says for whom it holds.
    """
    rows = read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    read = partial(_row, header, descriptors)
    taken, refused = cells.take(header, rows, cells.once(read, attrgetter("code", "modifier")))
    factor, others = _one_factor(taken)
    named = release_of(file, header, factor, release)
    effective = begins(named)
    if effective is None:
        raise LayoutError(
            file,
            None,
            "a release like RVU25D",
            f"`{named}`",
            "write RVU, two digits of the year and A to D",
        )
    whom = participants or participants_of(file, effective.year, factor)
    unread = {row.line for row in others}
    sound = tuple(row for row in taken if row.line not in unread)
    return PfsFile(file, named, effective, day_released(header), whom, sound, (*refused, *others))


def _one_factor(rows: Sequence[PfsRow]) -> tuple[Decimal | None, tuple[Refused, ...]]:
    """The conversion factor of a file, which is one, and the rows that have another."""
    counts = Counter(row.conversion_factor for row in rows)
    factor = max(counts, key=lambda amount: counts[amount], default=None)
    return factor, tuple(
        Refused(
            row.line,
            f"conversion factor `{row.conversion_factor}` is not that of the other rows, {factor}",
            (row.code,),
        )
        for row in rows
        if row.conversion_factor != factor
    )


@dataclass(frozen=True, slots=True)
class PfsRow:
    """One code with one modifier. A blank modifier is the service as a whole."""

    line: int = field(compare=False)
    code: str
    modifier: str
    descriptor: str | None
    fingerprint: Fingerprint | None
    status: str
    work_rvu: Decimal
    nonfacility_pe_rvu: Decimal
    nonfacility_na: bool
    facility_pe_rvu: Decimal
    facility_na: bool
    mp_rvu: Decimal
    nonfacility_total: Decimal
    facility_total: Decimal
    pc_tc: str
    global_days: str
    preoperative: Decimal
    intraoperative: Decimal
    postoperative: Decimal
    multiple_procedure: str
    bilateral: str
    assistant_surgeon: str
    co_surgeon: str
    team_surgery: str
    endoscopic_base: str | None
    conversion_factor: Decimal
    opps_cap: OppsCap | None

    def payment(self, setting: Setting, indices: Indices | None = None) -> Decimal | None:
        """Payment in a locality, or without indices the national one.

        None where Medicare sets no amount: the setting is marked NA, the status is not paid
        by RVUs, or there are none because contractors price the code.
        """
        unpriced = self.nonfacility_na if setting == "nonfacility" else self.facility_na
        if unpriced or self.status not in PAID_STATUSES or not self.total(setting):
            return None
        units = Units(self.work_rvu, self.practice_expense(setting), self.mp_rvu)
        return payment(units, self.cap(setting), self.conversion_factor, indices)

    def capped(self, setting: Setting) -> bool:
        """Whether the outpatient cap on imaging makes the national payment lower."""
        paid = self.payment(setting)
        return paid is not None and paid < cents(self.total(setting) * self.conversion_factor)

    def total(self, setting: Setting) -> Decimal:
        """The printed total of the setting."""
        return self.nonfacility_total if setting == "nonfacility" else self.facility_total

    def practice_expense(self, setting: Setting) -> Decimal:
        """The practice expense RVU of the setting."""
        return self.nonfacility_pe_rvu if setting == "nonfacility" else self.facility_pe_rvu

    def cap(self, setting: Setting) -> Units | None:
        """The units of the outpatient cap on imaging; None where there is no cap."""
        cap = self.opps_cap
        if cap is None:
            return None
        expense = cap.nonfacility_pe_rvu if setting == "nonfacility" else cap.facility_pe_rvu
        return Units(self.work_rvu, expense, cap.mp_rvu)


@dataclass(frozen=True, slots=True)
class PfsFile:
    """A release of the file."""

    file: str
    release: str
    """`RVU25D`: two digits of the year and A to D for January, April, July, October."""
    effective: date
    released: date | None
    """The day its title gives; a release may be issued again."""
    participants: Participants | None
    """For whom its conversion factor holds, if anything says so."""
    rows: tuple[PfsRow, ...]
    refused: tuple[Refused, ...]

    def by_code(self) -> Mapping[str, tuple[PfsRow, ...]]:
        """Code to its rows, in file order."""
        rows_of: dict[str, tuple[PfsRow, ...]] = {}
        for row in self.rows:
            rows_of[row.code] = (*rows_of.get(row.code, ()), row)
        return rows_of


def whole_service(rows: tuple[PfsRow, ...]) -> PfsRow | None:
    """Of a code's rows the one without modifier; None if there are only components."""
    return next((row for row in rows if not row.modifier), None)


def mpfs(
    rows: Sequence[PfsRow], table: PfsFile, localities: tuple[LocalityPayment, ...] = ()
) -> Mpfs:
    """The rows of a code as the `mpfs` dataset of an input; one of them is the whole service."""
    row = next(row for row in rows if not row.modifier)
    return Mpfs(
        release=table.release,
        status=row.status,
        global_days=row.global_days,
        preoperative=row.preoperative,
        intraoperative=row.intraoperative,
        postoperative=row.postoperative,
        multiple_procedure=row.multiple_procedure,
        bilateral=row.bilateral,
        assistant_surgeon=row.assistant_surgeon,
        co_surgeon=row.co_surgeon,
        team_surgery=row.team_surgery,
        pc_tc=row.pc_tc,
        work_rvu=row.work_rvu,
        nonfacility_pe_rvu=row.nonfacility_pe_rvu,
        facility_pe_rvu=row.facility_pe_rvu,
        mp_rvu=row.mp_rvu,
        nonfacility_total=row.nonfacility_total,
        facility_total=row.facility_total,
        nonfacility_na=row.nonfacility_na,
        facility_na=row.facility_na,
        conversion_factor=row.conversion_factor,
        nonfacility_payment=row.payment("nonfacility"),
        facility_payment=row.payment("facility"),
        descriptor=row.fingerprint,
        opps_cap=row.opps_cap,
        localities=localities,
        released=table.released,
        participants=table.participants,
        endoscopic_base=row.endoscopic_base,
        components=tuple(component(row) for row in components(rows)),
    )


_LAYOUT = Layout(
    "pfs",
    "code",
    {
        "code": ("HCPCS", "HCPCS CODE", "HCPCS CPT CODE"),
        "modifier": ("MOD",),
        "status": ("STATUS CODE", "STATUS"),
        "work_rvu": ("WORK RVU",),
        "nonfacility_pe_rvu": ("NON-FAC PE RVU",),
        "nonfacility_na": ("NON-FAC NA INDICATOR", "NON-FAC NA"),
        "facility_pe_rvu": ("FACILITY PE RVU",),
        "facility_na": ("FACILITY NA INDICATOR", "FACILITY NA"),
        "mp_rvu": ("MP RVU",),
        "nonfacility_total": ("NON-FACILITY TOTAL", "NON-FACILITY TOTAL RVU"),
        "facility_total": ("FACILITY TOTAL", "FACILITY TOTAL RVU"),
        "pc_tc": ("PCTC IND",),
        "global_days": ("GLOB DAYS", "GLOBAL SURGERY", "GLOBAL"),
        "preoperative": ("PRE OP", "PREOPERATIVE PERCENTAGE"),
        "intraoperative": ("INTRA OP", "INTRAOPERATIVE PERCENTAGE"),
        "postoperative": ("POST OP", "POSTOPERATIVE PERCENTAGE"),
        "multiple_procedure": ("MULT PROC",),
        "bilateral": ("BILAT SURG", "BILATERAL"),
        "assistant_surgeon": ("ASST SURG", "ASSISTANT AT SURGERY"),
        "co_surgeon": ("CO- SURG", "CO SURGEONS", "CO SURGEON"),
        "team_surgery": ("TEAM SURG", "TEAM SURGERY"),
        "conversion_factor": ("CONV FACTOR",),
    },
    {
        "descriptor": ("DESCRIPTION", "SHORT DESCRIPTION"),
        "endoscopic_base": ("ENDO BASE", "ENDOSCOPIC BASE"),
        "opps_nonfacility_pe": ("NON-FACILITY PE USED FOR OPPS PAYMENT AMOUNT",),
        "opps_facility_pe": ("FACILITY PE USED FOR OPPS PAYMENT AMOUNT",),
        "opps_mp": ("MP USED FOR OPPS PAYMENT AMOUNT",),
    },
)

_WITH_TECHNICAL_PART = frozenset("13")
_ZEROS = "; a spreadsheet may have dropped its zeros: use the file as published"
_NUMBERS = (
    "work_rvu", "nonfacility_pe_rvu", "facility_pe_rvu", "mp_rvu", "nonfacility_total",
    "facility_total", "preoperative", "intraoperative", "postoperative", "conversion_factor",
)  # fmt: skip
_INDICATORS = (
    "pc_tc",
    "multiple_procedure",
    "bilateral",
    "assistant_surgeon",
    "co_surgeon",
    "team_surgery",
)


def _row(header: Header, descriptors: DescriptorPolicy, row: TextRow) -> PfsRow:
    text = {field: row.cells[at] for field, at in header.index.items()}
    code = cells.code(text["code"])
    number = {field: cells.decimal(field.replace("_", " "), text[field]) for field in _NUMBERS}
    if not number["conversion_factor"]:
        raise cells.BadCell("conversion factor `0` is not the dollars of one unit")
    _same_total("non-facility", number, "nonfacility_pe_rvu", "nonfacility_total")
    _same_total("facility", number, "facility_pe_rvu", "facility_total")
    indicator = {
        field: cells.one_of(field.replace("_", " "), text[field], values_of(field))
        for field in _INDICATORS
    }
    return PfsRow(
        line=row.line,
        code=code,
        modifier=cells.modifier(text["modifier"]),
        descriptor=kept(text.get("descriptor", ""), descriptors),
        fingerprint=fingerprint(code, text.get("descriptor", "")),
        status=cells.one_of("status", text["status"], values_of("status")),
        global_days=cells.one_of(
            "global days", text["global_days"], values_of("global_days"), _ZEROS
        ),
        nonfacility_na=_na("non-facility NA indicator", text["nonfacility_na"]),
        facility_na=_na("facility NA indicator", text["facility_na"]),
        endoscopic_base=cells.whole(text.get("endoscopic_base", "")) or None,
        opps_cap=_cap(text),
        work_rvu=number["work_rvu"],
        nonfacility_pe_rvu=number["nonfacility_pe_rvu"],
        facility_pe_rvu=number["facility_pe_rvu"],
        mp_rvu=number["mp_rvu"],
        nonfacility_total=number["nonfacility_total"],
        facility_total=number["facility_total"],
        preoperative=number["preoperative"],
        intraoperative=number["intraoperative"],
        postoperative=number["postoperative"],
        conversion_factor=number["conversion_factor"],
        pc_tc=indicator["pc_tc"],
        multiple_procedure=indicator["multiple_procedure"],
        bilateral=indicator["bilateral"],
        assistant_surgeon=indicator["assistant_surgeon"],
        co_surgeon=indicator["co_surgeon"],
        team_surgery=indicator["team_surgery"],
    )


def _same_total(setting: str, number: dict[str, Decimal], expense: str, total: str) -> None:
    parts = (number["work_rvu"], number[expense], number["mp_rvu"])
    if sum(parts) != number[total]:
        shown = " + ".join(str(part) for part in parts)
        raise cells.BadCell(f"{setting} total {number[total]} is not {shown} = {sum(parts)}")


def _na(name: str, text: str) -> bool:
    return cells.one_of(name, text, ("NA", "")) == "NA"


def _cap(text: dict[str, str]) -> OppsCap | None:
    """The cap of a row; refused where a service that may have one stands in a file whose columns of
    the cap cannot be told, since its payment would be set without it.
    """
    fields = ("opps_nonfacility_pe", "opps_facility_pe", "opps_mp")
    if any(field not in text for field in fields):
        if text["pc_tc"] in _WITH_TECHNICAL_PART:
            raise cells.BadCell("the columns of the outpatient cap on imaging are not in the file")
        return None
    first, second, third = (cells.decimal(field.replace("_", " "), text[field]) for field in fields)
    if not (first or second or third):
        return None
    return OppsCap(nonfacility_pe_rvu=first, facility_pe_rvu=second, mp_rvu=third)
