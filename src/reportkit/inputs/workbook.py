"""Read the sheet of a workbook as rows of text, as its CSV would have them."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from reportkit.inputs.layout import LayoutError

MOST_UNPACKED = 1_000_000_000
"""Bytes of the parts of a workbook, unpacked; the fee schedule's has about 40 million."""
MOST_PLACES = 20_000_000
"""Cells of all sheets together, empty ones among them; the fee schedule's has about 600,000."""

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
        _, names = _opened(file, content)
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
        book, names = _opened(file, content)
        return [book.get_sheet_by_name(name) for name in names]


def _opened(file: str, content: bytes) -> tuple[CalamineWorkbook, list[str]]:
    """A workbook with the names of its visible sheets, whose cells are not read yet."""
    _refuse_bomb(file, content)
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


def _refuse_bomb(file: str, content: bytes) -> None:
    """Refuse what would fill the memory: the library keeps a place for each cell of a sheet.

    A cell far from all others makes a sheet of billions of places, and the library ends the
    process where there is no memory for them.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        size = sum(part.file_size for part in packed.infolist())
        if size > MOST_UNPACKED:
            raise _too_large(file, f"at most {MOST_UNPACKED:,} bytes unpacked", f"{size:,}")
        places = sum(_places(packed.read(name)) for name in set(packed.namelist()))
    if places > MOST_PLACES:
        raise _too_large(file, f"at most {MOST_PLACES:,} cells", f"places for {places:,}")


def _too_large(file: str, expected: str, found: str) -> LayoutError:
    return LayoutError(file, None, expected, found, "save its sheet as CSV and give that")


def _places(part: bytes) -> int:
    """How many cells the smallest rectangle from A1 holds in which all cells of a sheet lie."""
    columns, rows = {b"A"}, {b"1"}
    for match in _NAMED.finditer(part):
        columns.add(match[1])
        rows.add(match[2])
    if _UNNAMED.search(part):
        rows.update(_ROW.findall(part))
    return max(map(_number, columns)) * max(int(row[:8]) for row in rows)


def _number(letters: bytes) -> int:
    """The number of a column by its letters, from 1."""
    number = 0
    for letter in letters[:8]:
        number = number * 26 + letter - ord("A") + 1
    return number


_NAMED: Final = re.compile(
    rb"""<(?:\w{1,20}:)?c\s[^<>]{0,200}?\br=["']([A-Z]+)([0-9]+)["'][^<>]{0,200}(?<!/)>"""
)
"""A cell that holds something, by its name."""
_UNNAMED: Final = re.compile(rb"<(?:\w{1,20}:)?c(?:>|\s(?![^<>]{0,200}?\br=))")
_ROW: Final = re.compile(
    rb"""<(?:\w{1,20}:)?row\s[^<>]{0,200}?\br=["']([0-9]+)["'][^<>]{0,200}(?<!/)>"""
)
"""A row that is not empty; cells without a name stand in it one after the other."""


def _written(cell: Cell) -> str:
    match cell:
        case bool():
            return str(cell).upper()
        case float() | int():
            return format(Decimal(format(cell, ".15g")), "f")
        case datetime() | date():
            return f"{cell:%Y%m%d}"
    return str(cell)
