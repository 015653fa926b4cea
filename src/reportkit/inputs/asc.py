"""Read CMS's surgical center addenda AA and FF: center and outpatient rates.

Dollars to the cent. The quarter is read from the column names, which carry month and year.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from reportkit.inputs import cells
from reportkit.inputs.header import Header, Layout, Wordings, read_header
from reportkit.inputs.quarter import quarter_of_columns
from reportkit.inputs.refused import Refused
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.edits import Asc


def read_asc_aa(file: str, content: bytes, quarter: str | None = None) -> AscAaFile:
    """Read addendum AA: covered procedures and their rates. Raises LayoutError.

    `quarter` is needed only where neither the columns nor the file's name say it.
    """
    rows = read_rows(file, content)
    header = read_header(file, rows, _AA)
    named = quarter_of_columns(file, header.line, header.names, quarter)
    taken, refused = cells.take(header, rows, partial(_aa_row, header))
    return AscAaFile(file, named, {row.code: row for row in taken}, refused)


def read_asc_ff(file: str, content: bytes, quarter: str | None = None) -> AscFfFile:
    """Read addendum FF: outpatient rates and device offsets. Raises LayoutError."""
    rows = read_rows(file, content)
    header = read_header(file, rows, _FF)
    named = quarter_of_columns(file, header.line, header.names, quarter)
    taken, refused = cells.take(header, rows, partial(_ff_row, header))
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
    """A covered procedure; `payment_rate` is None where its payment is packaged."""

    line: int
    code: str
    multiple_procedure_discount: bool
    payment_indicator: str
    payment_weight: Decimal | None
    payment_rate: Decimal | None


@dataclass(frozen=True, slots=True)
class AscFfRow:
    """A procedure's outpatient classification and rate; device offset as a share of 1."""

    line: int
    code: str
    payment_indicator: str
    apc: str | None
    opps_payment_rate: Decimal | None
    device_offset: Decimal | None
    device_amount: Decimal | None


@dataclass(frozen=True, slots=True)
class AscAaFile:
    """Addendum AA of one quarter, by code."""

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


def _aa_row(header: Header, row: TextRow) -> AscAaRow:
    text = {field: row.cells[at] for field, at in header.index.items()}
    return AscAaRow(
        line=row.line,
        code=cells.code(text["code"]),
        multiple_procedure_discount=cells.one_of(
            "multiple procedure discounting", text["discount"], ("Y", "N")
        )
        == "Y",
        payment_indicator=_indicator(text["indicator"]),
        payment_weight=cells.number("payment weight", text["weight"]),
        payment_rate=cells.money("payment rate", text["rate"]) or None,
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
