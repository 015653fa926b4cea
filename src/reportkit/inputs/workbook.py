"""Read the sheet of a workbook as rows of text, as its CSV would have them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from reportkit.contain import Answer, Exceeded, Limits, Raised, contained
from reportkit.inputs.layout import LayoutError

MOST_UNPACKED = 1_000_000_000
"""Bytes of the parts of a workbook, unpacked; the fee schedule's has about 40 million."""
LIMITS: Final = Limits(seconds=60, megabytes=1_000)
"""Of reading a workbook through; the largest list of edits, of 700,000 rows, takes 650."""

BROKEN: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    EOFError,
    OSError,
    zlib.error,
    struct.error,
)
"""What Python raises, by where it is, for an archive that is damaged."""

Cell = str | float | int | bool | date | object


def is_workbook(content: bytes) -> bool:
    """Whether the bytes are a workbook of Excel from 2007 on."""
    if not content.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "xl/workbook.xml" in packed.namelist()
    except BROKEN:
        return False


def sheet_rows(file: str, content: bytes) -> Iterator[list[str]]:
    """The rows of the visible sheet with the most rows. Raises LayoutError.

    Numbers are written with the 15 digits that a spreadsheet keeps, days as YYYYMMDD.
    """
    sheets = _visible(file, content)
    if not sheets:
        raise LayoutError(
            file, None, "a sheet", "none that is visible", "save the sheet as CSV and give that"
        )
    for row in _fullest(sheets).to_python(skip_empty_area=False):
        yield [_written(cell) for cell in row]


def sheets_read(file: str, content: bytes) -> tuple[str, tuple[str, ...]]:
    """The name of the sheet that is read of a workbook, and those of its other visible sheets.

    Raises LayoutError.
    """
    with _explained(file):
        _refuse_what_cannot_be_read(content)
        names = _opened(content)[1]
    if len(names) < 2:
        # The cells need not be read to know which sheet it is.
        return "".join(names), ()
    name = _fullest(_visible(file, content)).name
    return name, tuple(other for other in names if other != name)


def _fullest(sheets: Sequence[CalamineSheet]) -> CalamineSheet:
    return max(sheets, key=lambda sheet: sheet.total_height)


def visible_sheets(file: str, content: bytes) -> dict[str, list[list[Cell]]]:
    """The cells of every visible sheet, by its name. Raises LayoutError."""
    return {
        sheet.name: [list(row) for row in sheet.to_python(skip_empty_area=False)]
        for sheet in _visible(file, content)
    }


def _visible(file: str, content: bytes) -> list[CalamineSheet]:
    with _explained(file):
        _refuse_what_cannot_be_read(content)
        return _sheets(content)


def _sheets(content: bytes) -> list[CalamineSheet]:
    book, names = _opened(content)
    return [book.get_sheet_by_name(name) for name in names]


def _opened(content: bytes) -> tuple[CalamineWorkbook, list[str]]:
    """A workbook with the names of its visible sheets, whose cells are not read yet."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    visible = SheetVisibleEnum.Visible
    return book, [sheet.name for sheet in book.sheets_metadata if sheet.visible is visible]


@contextmanager
def _explained(file: str) -> Iterator[None]:
    """Say a workbook that the library cannot read as one message."""
    try:
        yield
    except (CalamineError, *BROKEN) as error:
        raise LayoutError(
            file,
            None,
            "a workbook",
            f"one that cannot be read ({error})",
            "save its sheet as CSV and give that",
        ) from None


def _refuse_what_cannot_be_read(content: bytes) -> None:
    """Raise ValueError with the reason why a workbook cannot be read, or not within the limits."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        size = sum(part.file_size for part in packed.infolist())
    if size > MOST_UNPACKED:
        raise ValueError(f"it unpacks to {size:,} bytes, and {MOST_UNPACKED:,} are the most")
    why = _read_apart(content)
    if why:
        raise ValueError(why)


@lru_cache(maxsize=1)
def _read_apart(content: bytes) -> str:
    """Why a workbook cannot be read, as a process of its own finds; empty if it can.

    The library ends the process it runs in where a workbook has it ask for more memory than there
    is, as for one cell far from all others or one long text in many cells; and what it raises
    for its own faults is no Exception.
    """
    match contained(f"{__name__}:read_through", content, LIMITS):
        case Answer(value=why):
            return str(why)
        case Exceeded(said=said):
            return said
        case Raised(fault=fault):
            return fault


def read_through(content: bytes) -> str:
    """Read all that is visible in a workbook; why that cannot be done, empty if it can."""
    try:
        for sheet in _sheets(content):
            sheet.to_python(skip_empty_area=False)
    except (CalamineError, ArithmeticError, *BROKEN) as error:
        return str(error) or type(error).__name__
    return ""


def _written(cell: Cell) -> str:
    match cell:
        case bool():
            return str(cell).upper()
        case float() | int():
            return format(Decimal(format(cell, ".15g")), "f")
        case datetime() | date():
            return f"{cell:%Y%m%d}"
    return str(cell)
