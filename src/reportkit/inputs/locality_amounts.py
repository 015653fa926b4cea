"""Read what CMS itself works out for each locality, and hold our arithmetic to it.

Source of the layouts: CMS, payment amounts by locality (PFREV of a quarter, PFALL of a year), which
have no header, and the outpatient cap on imaging by locality (OPPSCAP).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import Final, Literal

from reportkit.inputs import cells
from reportkit.inputs.gpci import Gpci
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.payment import Indices, payment
from reportkit.inputs.pfs import PfsRow, Setting
from reportkit.inputs.refused import Refused
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.payment_systems import CONTRACTOR, PROFESSIONAL


@dataclass(frozen=True, slots=True)
class LocalityAmount:
    """What CMS gives for a code, or a part of it, in one locality; dollars."""

    code: str
    modifier: str
    locality: str
    nonfacility: Decimal | None
    facility: Decimal | None

    def __str__(self) -> str:
        """The code with its modifier."""
        return f"{self.code}-{self.modifier}" if self.modifier else self.code

    def settings(self) -> Iterator[tuple[Setting, Decimal]]:
        """The amounts that are given, each with its setting."""
        if self.nonfacility is not None:
            yield "nonfacility", self.nonfacility
        if self.facility is not None:
            yield "facility", self.facility


@dataclass(frozen=True, slots=True)
class LocalityAmounts:
    """The amounts of one file."""

    file: str
    of: Literal["payment", "cap"]
    year: str | None
    """None where the file does not say it."""
    rows: tuple[LocalityAmount, ...]
    refused: tuple[Refused, ...]


def read_locality_amounts(file: str, content: bytes) -> LocalityAmounts:
    """Read CMS's amounts; every row is taken or refused. Raises LayoutError."""
    rows = _with_names(read_rows(file, content))
    header = read_header(file, rows, _LAYOUT)
    taken, refused = cells.take(header, rows, partial(_row, header))
    is_cap = "status" in header.index
    years = {year for year, _ in taken if year}
    return LocalityAmounts(
        file,
        "cap" if is_cap else "payment",
        max(years, default=None),
        tuple(amount for _, amount in taken),
        refused,
    )


def differences(
    amounts: LocalityAmounts,
    rows: Mapping[str, Sequence[PfsRow]],
    localities: Sequence[Gpci],
) -> Compared:
    """Hold each amount of the given codes and localities to the one we work out."""
    known = {place.locality: place for place in localities}
    held, unlike = 0, []
    for amount in amounts.rows:
        place, of_code = known.get(amount.locality), rows.get(amount.code, ())
        part = next((row for row in of_code if row.modifier == amount.modifier), None)
        if place is None or part is None:
            continue
        for setting, theirs in amount.settings():
            ours = _ours(amounts.of, setting, part, of_code, place.indices)
            held += ours is not None
            if ours not in (None, theirs):
                where = f"{amount} in {amount.locality} ({setting})"
                unlike.append(f"{where}: {theirs} there, {ours} here")
    return Compared(held, tuple(unlike))


@dataclass(frozen=True, slots=True)
class Compared:
    """How many amounts were held against ours, and which differ, in words."""

    held: int
    differences: tuple[str, ...]


_LAYOUT = Layout(
    "pfs FILE --amounts",
    "code",
    {
        "code": ("HCPCS",),
        "modifier": ("MOD",),
        "contractor": ("CARRIER",),
        "number": ("LOCALITY",),
        "nonfacility": ("NON-FACILITY PRICE", "NON-FACILTY PRICE"),
        "facility": ("FACILITY PRICE",),
    },
    {"status": ("PROCSTAT",), "year": ("YEAR",)},
)
_UNNAMED: Final = (
    "YEAR", "CARRIER", "LOCALITY", "HCPCS", "MOD", "NON-FACILITY PRICE", "FACILITY PRICE",
)  # fmt: skip
"""The columns of the payment amounts that are read; others follow."""


def _with_names(rows: Iterator[TextRow]) -> Iterator[TextRow]:
    """The rows below the names of their columns, which the payment amounts do not have."""
    is_named = False
    for row in rows:
        if not is_named and re.fullmatch(r"20\d\d", row.cells[0]) and len(row.cells) > 1:
            others = tuple(f"FIELD {at}" for at in range(len(_UNNAMED), len(row.cells)))
            yield replace(row, cells=(*_UNNAMED, *others))
            is_named = True
        is_named = is_named or "HCPCS" in row.cells
        yield row


def _row(header: Header, row: TextRow) -> tuple[str, LocalityAmount]:
    text = {field: row.cells[at] for field, at in header.index.items()}
    return text.get("year", ""), LocalityAmount(
        code=cells.code(text["code"]),
        modifier=cells.modifier(text["modifier"]),
        locality=cells.locality(text["contractor"], text["number"]),
        nonfacility=cells.amount("non-facility amount", text["nonfacility"]),
        facility=cells.amount("facility amount", text["facility"]),
    )


def _ours(
    of: Literal["payment", "cap"],
    setting: Setting,
    part: PfsRow,
    rows: Sequence[PfsRow],
    indices: Indices,
) -> Decimal | None:
    """The payment of a part in a locality, or what the cap on imaging would make of it."""
    if of == "payment":
        return part.payment(setting, indices)
    cap = part.cap(setting)
    if cap is None:
        return None
    return payment(replace(cap, work=_work(part, rows)), None, part.conversion_factor, indices)


def _work(part: PfsRow, rows: Sequence[PfsRow]) -> Decimal:
    """The work in a cap; of a whole that contractors price, that of its reading."""
    if part.modifier or part.status != CONTRACTOR:
        return part.work_rvu
    return next((row.work_rvu for row in rows if row.modifier == PROFESSIONAL), part.work_rvu)
