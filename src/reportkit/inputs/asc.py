"""Read CMS's surgical center addenda: AA, BB and EE on center rates, FF on outpatient ones.

Dollars to the cent. The quarter is read from the column names, which carry month and year, or
from the file's name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from operator import attrgetter

from reportkit.inputs import cells
from reportkit.inputs.header import Header, Layout, Wordings, read_header
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.quarter import quarter_of_columns, quarter_of_file, year_of_text
from reportkit.inputs.refused import Refused
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.edits import Asc
from reportkit.model.indicators.surgical_center import EXCLUDED, UNPAID


def read_asc_aa(file: str, content: bytes, quarter: str | None = None) -> AscAaFile:
    """Read addendum AA: covered procedures and their rates. Raises LayoutError.

    `quarter` is needed only where neither the columns nor the file's name say it.
    """
    return _centers(file, content, _AA, quarter)


def read_asc_bb(file: str, content: bytes, quarter: str | None = None) -> AscAaFile:
    """Read addendum BB: services, drugs and devices beside surgery. Raises LayoutError."""
    return _centers(file, content, _BB, quarter, title="BB")


def read_asc_ee(file: str, content: bytes, quarter: str | None = None) -> AscAaFile:
    """Read addendum EE: surgery that is excluded from payment to centers. Raises LayoutError."""
    rows = read_rows(file, content)
    header = read_header(file, rows, _EE)
    _require_title(file, header, "EE")
    named = quarter_of_file(file, quarter, year_of_text(header.text))
    taken, refused = cells.take(header, rows, cells.once(partial(_ee_row, header), _CODE_OF))
    return AscAaFile(file, named, {row.code: row for row in taken}, refused)


def read_asc_ff(file: str, content: bytes, quarter: str | None = None) -> AscFfFile:
    """Read addendum FF: outpatient rates and device offsets. Raises LayoutError."""
    rows = read_rows(file, content)
    header = read_header(file, rows, _FF)
    named = quarter_of_columns(file, header.line, header.names, quarter)
    taken, refused = cells.take(header, rows, cells.once(partial(_ff_row, header), _CODE_OF))
    return AscFfFile(file, named, {row.code: row for row in taken}, refused)


def asc(row: AscAaRow, offset: AscFfRow | None, quarter: str) -> Asc:
    """A row of AA, with its row of FF where there is one, as the `asc` dataset."""
    return Asc(
        release=quarter,
        payment_indicator=row.payment_indicator,
        multiple_procedure_discount=row.multiple_procedure_discount,
        payment_rate=row.payment_rate,
        apc=offset.apc if offset else None,
        opps_payment_rate=offset.opps_payment_rate if offset else None,
    )


@dataclass(frozen=True, slots=True)
class AscAaRow:
    """What centers are paid for a code; `payment_rate` is None where its payment is packaged.

    `multiple_procedure_discount` is None for what is no covered surgical procedure.
    """

    line: int = field(compare=False)
    code: str
    multiple_procedure_discount: bool | None
    payment_indicator: str
    payment_weight: Decimal | None
    payment_rate: Decimal | None


@dataclass(frozen=True, slots=True)
class AscFfRow:
    """A procedure's outpatient classification and rate; device offset as a share of 1."""

    line: int = field(compare=False)
    code: str
    payment_indicator: str
    apc: str | None
    opps_payment_rate: Decimal | None
    device_offset: Decimal | None
    device_amount: Decimal | None


@dataclass(frozen=True, slots=True)
class AscAaFile:
    """Addendum AA, BB or EE of one quarter, by code."""

    file: str
    quarter: str
    rows: Mapping[str, AscAaRow]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class AscFfFile:
    """Addendum FF of one quarter, by code."""

    file: str
    quarter: str
    rows: Mapping[str, AscFfRow]
    refused: tuple[Refused, ...]


_CODE_OF = attrgetter("code")
_CODE: Wordings = ("HCPCS CODE", "HCPCS")
_AA = Layout(
    "asc",
    "code",
    {
        "code": _CODE,
        "discount": ("SUBJECT TO MULTIPLE PROCEDURE DISCOUNTING",),
        "indicator": ("PAYMENT INDICATOR",),
        "weight": ("PAYMENT WEIGHT",),
        "rate": ("PAYMENT RATE",),
    },
)
_BB = Layout(
    "asc FILE --bb",
    "code",
    {name: wordings for name, wordings in _AA.required.items() if name != "discount"},
)
_EE = Layout("asc FILE --ee", "code", {"code": _CODE})
_FF = Layout(
    "asc FILE --ff",
    "code",
    {
        "code": _CODE,
        "indicator": ("PAYMENT INDICATOR",),
        "apc": ("APC",),
        "opps": ("OPPS PAYMENT RATE",),
        "offset": ("DEVICE OFFSET PERCENTAGE",),
        "device": (
            "DEVICE OFFSET AMOUNT / DEVICE PORTION",
            "DEVICE OFFSET AMOUNT",
            "DEVICE PORTION",
        ),
    },
)
_INDICATOR = re.compile(r"[A-Z]\d")


def _centers(
    file: str, content: bytes, layout: Layout, quarter: str | None, *, title: str | None = None
) -> AscAaFile:
    """An addendum of indicators and rates, which has to have a title if one is named."""
    rows = read_rows(file, content)
    header = read_header(file, rows, layout)
    if title is not None:
        _require_title(file, header, title)
    named = quarter_of_columns(file, header.line, header.names, quarter)
    taken, refused = cells.take(header, rows, cells.once(partial(_rate_row, header), _CODE_OF))
    return AscAaFile(file, named, {row.code: row for row in taken}, refused)


def _rate_row(header: Header, row: TextRow) -> AscAaRow:
    text = {field: row.cells[at] for field, at in header.index.items()}
    indicator = _indicator(text["indicator"])
    rate = cells.money("payment rate", text["rate"]) or None
    if indicator in UNPAID and rate is not None:
        raise cells.BadCell(f"payment indicator {indicator} has a rate, `{text['rate'][:40]}`")
    return AscAaRow(
        line=row.line,
        code=cells.code(text["code"]),
        multiple_procedure_discount=_discount(text["discount"]) if "discount" in text else None,
        payment_indicator=indicator,
        payment_weight=cells.number("payment weight", text["weight"]),
        payment_rate=rate,
    )


def _discount(text: str) -> bool:
    return cells.one_of("multiple procedure discounting", text, ("Y", "N")) == "Y"


def _ee_row(header: Header, row: TextRow) -> AscAaRow:
    return AscAaRow(
        line=row.line,
        code=cells.code(row.cells[header.index["code"]]),
        multiple_procedure_discount=None,
        payment_indicator=EXCLUDED,
        payment_weight=None,
        payment_rate=None,
    )


def _require_title(file: str, header: Header, addendum: str) -> None:
    """Refuse another addendum, which may have all of the columns that are read."""
    if f"ADDENDUM {addendum}" not in header.text.upper():
        raise LayoutError(
            file,
            1,
            f"the title of addendum {addendum}",
            f"`{header.text[:60]}`",
            "give the addendum that is asked for, with its title",
        )


def _ff_row(header: Header, row: TextRow) -> AscFfRow:
    text = {field: row.cells[at] for field, at in header.index.items()}
    return AscFfRow(
        line=row.line,
        code=cells.code(text["code"]),
        payment_indicator=_indicator(text["indicator"]),
        apc=cells.classification(text["apc"]),
        opps_payment_rate=cells.money("outpatient payment rate", text["opps"]) or None,
        device_offset=cells.share("device offset percentage", text["offset"]),
        device_amount=cells.money("device offset amount", text["device"]),
    )


def _indicator(text: str) -> str:
    if not _INDICATOR.fullmatch(text):
        raise cells.BadCell(f"payment indicator `{text[:40]}` is not a letter and a digit")
    return text
