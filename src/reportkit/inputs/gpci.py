"""Read CMS's file of geographic practice cost indices, and pay a code in its localities.

Source of the formula: CMS, record layout of the relative value file. A locality is named
by its contractor number and locality number together: `0111254`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from operator import attrgetter

from reportkit.inputs import cells
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.payment import Indices
from reportkit.inputs.pfs import PfsRow
from reportkit.inputs.pfs_components import components
from reportkit.inputs.refused import Refused
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.fees import ComponentPayment, LocalityPayment


def read_gpci(file: str, content: bytes) -> GpciFile:
    """Read the indices of all localities. Raises LayoutError."""
    rows = read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    taken, refused = cells.take(
        header, rows, cells.once(partial(_row, header), attrgetter("locality"))
    )
    years = set(re.findall(r"20\d\d", " ".join(header.names)))
    if len(years) != 1:
        raise LayoutError(
            file,
            header.line,
            "column names that name one year",
            " and ".join(sorted(years)) or "none",
            "use the file as published",
        )
    return GpciFile(file, years.pop(), taken, refused)


def locality_payment(rows: Sequence[PfsRow], gpci: Gpci) -> LocalityPayment:
    """What Medicare pays in one locality for the rows of a code: the service and its parts."""
    indices = gpci.indices
    row = next(row for row in rows if not row.modifier)
    return LocalityPayment(
        locality=gpci.locality,
        name=f"{gpci.name}, {gpci.state}",
        work_gpci=gpci.work,
        pe_gpci=gpci.practice_expense,
        mp_gpci=gpci.malpractice,
        nonfacility_payment=row.payment("nonfacility", indices),
        facility_payment=row.payment("facility", indices),
        components=tuple(
            ComponentPayment(
                modifier=part.modifier,
                nonfacility_payment=part.payment("nonfacility", indices),
                facility_payment=part.payment("facility", indices),
            )
            for part in components(rows)
        ),
    )


@dataclass(frozen=True, slots=True)
class Gpci:
    """The three indices of a locality."""

    locality: str
    state: str
    name: str
    work: Decimal
    practice_expense: Decimal
    malpractice: Decimal

    @property
    def indices(self) -> Indices:
        """By which payments in the locality are worked out."""
        return Indices(self.work, self.practice_expense, self.malpractice)


@dataclass(frozen=True, slots=True)
class GpciFile:
    """The indices of one year."""

    file: str
    year: str
    localities: tuple[Gpci, ...]
    refused: tuple[Refused, ...]


_LAYOUT = Layout(
    "pfs FILE --gpci",
    "contractor",
    {
        "contractor": (
            "MEDICARE ADMINISTRATIVE CONTRACTOR (MAC)",
            "MEDICARE ADMINISTRATIVE CONTRACTOR",
            "MAC",
        ),
        "state": ("STATE",),
        "number": ("LOCALITY NUMBER",),
        "name": ("LOCALITY NAME",),
        "work": ("PW GPCI (WITH 1.0 FLOOR)", "PW GPCI", "PW GPCI (WITHOUT 1.0 FLOOR)"),
        "practice_expense": ("PE GPCI",),
        "malpractice": ("MP GPCI",),
    },
)


def _row(header: Header, row: TextRow) -> Gpci:
    text = {field: row.cells[at] for field, at in header.index.items()}
    locality = cells.locality(text["contractor"], text["number"])
    if not text["name"] or not re.fullmatch(r"[A-Z]{2}", text["state"]):
        raise cells.BadCell(f"state `{text['state'][:40]}` or the locality's name is not given")
    return Gpci(
        locality=locality,
        state=text["state"],
        name=text["name"].rstrip("*").strip(),
        work=_index("work index", text["work"]),
        practice_expense=_index("practice expense index", text["practice_expense"]),
        malpractice=_index("malpractice index", text["malpractice"]),
    )


_NO_INDEX = 10
"""Costs in a locality as a share of the nation's; the highest of CMS's is below 3."""


def _index(name: str, text: str) -> Decimal:
    index = cells.decimal(name, text)
    if not 0 < index < _NO_INDEX:
        raise cells.BadCell(f"{name} `{text[:40]}` is not a share of the nation's costs")
    return index
