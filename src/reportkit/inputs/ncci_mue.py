"""CMS table of medically unlikely edits in, units of service by code out.

Two layouts are read: CMS's own, with the service type in a column's name, and a plain one
(`hcpcs_code, mue_units, mue_mai, mue_rationale, mue_service`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Literal

from reportkit.inputs import cells
from reportkit.inputs.header import Header, Layout, Wordings, read_header
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.quarter import quarter_of_file
from reportkit.inputs.refused import Refused
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.edits import Mue, MueLimit

MueSetting = Literal["practitioner", "outpatient-hospital"]


def read_mue(file: str, content: bytes, quarter: str | None = None) -> MueFile:
    """Read one setting's edits. Raises LayoutError, also where no quarter is to be found."""
    rows = read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    named = quarter_of_file(file, quarter)
    units = [field for field in _UNITS if field in header.index and field != "service"]
    if units == [_SUPPLIER]:
        raise LayoutError(
            file,
            header.line,
            "edits of practitioners or of outpatient hospitals",
            "edits of suppliers",
            "give the table named Practitioner Services or Outpatient Hospital Services",
        )
    if len(units) != 1:
        raise LayoutError(
            file,
            header.line,
            "one column of MUE values",
            f"{len(units)}",
            "give the table of one service type",
        )
    read = partial(_row, header, units[0])
    taken, refused = cells.take(header, rows, cells.once(read, attrgetter("code")))
    settings = {row.setting for row in taken}
    if len(settings) > 1:
        raise LayoutError(
            file,
            None,
            "edits of one service type",
            " and ".join(sorted(settings)),
            "give the table of one service type",
        )
    if not settings:
        raise LayoutError(
            file,
            header.line,
            "at least one readable edit",
            "none",
            refused[0].reason if refused else "download the file again",
        )
    return MueFile(file, named, settings.pop(), {row.code: row.limit for row in taken}, refused)


def mue(code: str, practitioner: MueFile | None, hospital: MueFile | None) -> Mue | None:
    """A code's limits from up to two tables of one quarter; None if neither has the code."""
    first = practitioner.limits.get(code) if practitioner else None
    second = hospital.limits.get(code) if hospital else None
    quarters = {table.quarter for table in (practitioner, hospital) if table}
    if first is None and second is None:
        return None
    if len(quarters) > 1:
        raise ValueError("the two tables are of different quarters")
    return Mue(quarter=quarters.pop(), practitioner=first, outpatient_hospital=second)


@dataclass(frozen=True, slots=True)
class MueFile:
    """The edits of one quarter and setting, by code."""

    file: str
    quarter: str
    setting: MueSetting
    limits: Mapping[str, MueLimit]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class _MueRow:
    code: str
    setting: MueSetting
    limit: MueLimit


_REQUIRED: dict[str, Wordings] = {
    "code": ("HCPCS/CPT CODE", "HCPCS CODE", "HCPCS_CODE"),
    "mai": ("MUE ADJUDICATION INDICATOR", "MUE_MAI"),
    "rationale": ("MUE RATIONALE", "MUE_RATIONALE"),
}
_SUPPLIER = "supplier"
_UNITS: dict[str, Wordings] = {
    "units": ("MUE_UNITS",),
    "practitioner": ("PRACTITIONER SERVICES MUE VALUES",),
    "outpatient-hospital": ("OUTPATIENT HOSPITAL SERVICES MUE VALUES",),
    _SUPPLIER: ("DME SUPPLIER SERVICES MUE VALUES",),
    "service": ("MUE_SERVICE",),
}
_LAYOUT = Layout("ncci --mue", "code", _REQUIRED, _UNITS)


def _row(header: Header, units: str, row: TextRow) -> _MueRow:
    text = {field: row.cells[at] for field, at in header.index.items()}
    code = cells.code(text["code"])
    number = cells.number("units", text[units])
    if number is None or number != int(number):
        raise cells.BadCell(f"units `{text[units][:40]}` are not a whole number")
    indicator = re.match(r"([123])(?!\d)", text["mai"])
    if indicator is None:
        raise cells.BadCell(f"adjudication indicator `{text['mai'][:40]}` is not 1, 2 or 3")
    named = text.get("service", "") if units == "units" else units
    limit = MueLimit(units=int(number), mai=indicator[1], rationale=text["rationale"] or None)
    return _MueRow(code, _setting(named), limit)


def _setting(named: str) -> MueSetting:
    match named.casefold():
        case "practitioner":
            return "practitioner"
        case "outpatient hospital" | "outpatient-hospital":
            return "outpatient-hospital"
    raise cells.BadCell(f"service type `{named[:40]}` is not Practitioner or Outpatient Hospital")
