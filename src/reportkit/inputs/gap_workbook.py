"""Read the cells of a workbook of gaps that a supplier has filled in, and refuse what is unfit."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from reportkit.findings.meant import closest
from reportkit.inputs.cells import BadCell, day, is_empty
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.workbook import Cell, is_workbook, visible_sheets
from reportkit.model.gap_forms import (
    NONE,
    ORIGIN_KEYS,
    ORIGINS,
    REPORT,
    Column,
    GapForm,
    gap_form,
)

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """A cell that does not fit, why, and what fits."""

    cell: str
    """As a spreadsheet names it: `diagnoses!C4`."""
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row that was filled in, as plain data, and where it stands."""

    code: str
    data: Any
    cells: Mapping[str, str]
    """Key to the name of its cell."""


@dataclass(slots=True)
class Filled:
    """What a supplier has filled in."""

    rows: dict[str, list[FilledRow]] = field(default_factory=dict)
    """Kind of data to its rows."""
    origins: list[FilledRow] = field(default_factory=list)
    """Rows of the sheet on sources; `data` has its keys, and `data`, the kind of data."""
    refused: list[RefusedCell] = field(default_factory=list)


def read_gap_workbook(file: str, content: bytes) -> Filled:
    """What is filled in; raises LayoutError for what is no workbook or cannot be opened."""
    if not is_workbook(content):
        raise LayoutError(
            file,
            None,
            "a workbook of Excel",
            "another file",
            "give the .xlsx file that `reportkit gaps --xlsx` wrote",
        )
    filled = Filled()
    sheets = visible_sheets(file, content)
    filled.refused.extend(_formulas(content))
    for name, rows in sheets.items():
        form = gap_form(name)
        if name == ORIGINS:
            filled.origins = [*_read(_ORIGIN, name, rows, filled)]
        elif form is not None:
            filled.rows[name] = [*_read(form, name, rows, filled)]
    return filled


_ORIGIN: Final = GapForm(
    ORIGINS,
    (
        Column("data", str),
        Column(ORIGIN_KEYS[0], str, empty="null"),
        Column(ORIGIN_KEYS[1], date, empty="null"),
        Column(ORIGIN_KEYS[2], str, empty="null"),
        Column(NONE, str, ("yes",), empty="null"),
    ),
    None,
    is_list=True,
)


_REPORT: Final = Column(REPORT, str)


def _read(
    form: GapForm, sheet: str, rows: Sequence[Sequence[Cell]], filled: Filled
) -> Iterator[FilledRow]:
    """The rows of a sheet in which more than the report is filled in."""
    heads = [str(cell).strip() for cell in rows[0]] if rows else []
    wanted = (REPORT, *(column.key for column in form.columns))
    for lacking in (key for key in wanted if key not in heads):
        filled.refused.append(
            RefusedCell(
                f"{sheet}!A1", f"no column is headed `{lacking}`", "leave the first row as it was"
            )
        )
    if not set(wanted) <= set(heads):
        return
    typed = wanted[2:] if form is _ORIGIN else wanted[1:]
    for number, row in enumerate(rows[1:], start=2):
        cells = {head: row[at] for at, head in enumerate(heads) if at < len(row)}
        names = {head: f"{sheet}!{_letters(at)}{number}" for at, head in enumerate(heads)}
        if any(_is_filled(cells.get(key)) for key in typed):
            yield from _row(form, cells, names, filled)


def _row(
    form: GapForm, cells: Mapping[str, Cell], names: Mapping[str, str], filled: Filled
) -> Iterator[FilledRow]:
    before = len(filled.refused)
    data: Plain = {}
    for column in (_REPORT, *form.columns):
        cell = cells.get(column.key, "")
        if _is_filled(cell) and not _says_nothing(column, cell):
            data[column.key] = _value(column, cell, names[column.key], filled)
        elif column.empty == "refused":
            filled.refused.append(
                RefusedCell(
                    names[column.key],
                    f"`{column.key}` is empty",
                    "write none if there are none, or fill it in"
                    if column.is_list
                    else "fill it in, or empty the row",
                )
            )
        elif column.empty == "null":
            data[column.key] = None
    if len(filled.refused) == before and _fits(form, data, names, filled):
        single = form.record is None and form is not _ORIGIN
        code = str(data.pop(REPORT))
        yield FilledRow(code, data[form.dataset] if single else data, names)


def _fits(form: GapForm, data: Plain, names: Mapping[str, str], filled: Filled) -> bool:
    """Whether the record takes the values of a row; else the cells it does not take are refused."""
    if form.record is None:
        return True
    before = len(filled.refused)
    for key, value in ((key, value) for key, value in data.items() if key != REPORT):
        annotation = form.record.model_fields[key].rebuild_annotation()
        try:
            TypeAdapter(annotation).validate_python(value, strict=True)
        except ValidationError as error:
            reason = error.errors()[0]["msg"].lower()
            filled.refused.append(
                RefusedCell(
                    names[key],
                    f"`{key}` does not fit: {reason}",
                    "the sheet columns says what fits",
                )
            )
    return len(filled.refused) == before


def _value(column: Column, cell: Cell, name: str, filled: Filled) -> Any:
    """A cell as its column takes it; a refusal and None where it does not fit."""
    try:
        return _converted(column, cell)
    except _UnfitError as unfit:
        filled.refused.append(RefusedCell(name, f"`{column.key}` {unfit.reason}", unfit.hint))
        return None


class _UnfitError(Exception):
    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason, self.hint = reason, hint


def _converted(column: Column, cell: Cell) -> Any:
    if column.kind is str:
        text = _text(cell)
        if column.is_list and text.casefold() in ("none", "[]"):
            return ()
        if column.is_list:
            return tuple(part.strip() for part in re.split(r"[;\n]", text) if part.strip())
        return _chosen(column.choices, text) if column.choices else text
    return _READERS[column.kind](cell)


def _chosen(choices: Sequence[str], text: str) -> str:
    """The value of a list that a text names, in whatever letters."""
    named = [choice for choice in choices if choice.casefold() == text.casefold()]
    if not named:
        close = closest(text, choices)
        hint = f"did you mean {close}?" if close else f"known: {', '.join(choices)}"
        raise _UnfitError(f"is `{_short(text)}`", hint)
    return text if text in named else named[0]


def _text(cell: Cell) -> str:
    """A text as typed. A number may have lost zeros that stood before it, and is none."""
    if not isinstance(cell, str):
        raise _UnfitError(
            "is a number or a day, and text is expected",
            "format the cell as text, and type it again",
        )
    text = " ".join(cell.split(" ")).strip()
    if not all(character.isprintable() or character in "\n\t" for character in text):
        raise _UnfitError("holds a character that cannot be printed", "type it again")
    return text


def _number(cell: Cell) -> Decimal:
    try:
        if isinstance(cell, bool) or not isinstance(cell, str | int | float):
            raise InvalidOperation
        number = Decimal(_plain(cell) if isinstance(cell, str) else format(cell, ".15g"))
        if not number.is_finite():
            raise InvalidOperation
    except InvalidOperation:
        raise _UnfitError(f"is `{_short(str(cell))}`", "write a number, as 1192.14") from None
    return number


def _plain(text: str) -> str:
    """A number without the signs of dollars and thousands."""
    amount = text.strip().removeprefix("$").strip()
    return amount.replace(",", "") if _SEPARATED.fullmatch(amount) else amount


_SEPARATED: Final = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")


def _whole(cell: Cell) -> int:
    number = _number(cell)
    if number != number.to_integral_value() or abs(number) > _LARGEST:
        raise _UnfitError(f"is {_short(str(cell))}", "write a whole number")
    return int(number)


_LARGEST: Final = 10**15
"""What a spreadsheet keeps to the last digit."""


def _day(cell: Cell) -> date:
    match cell:
        case datetime():
            return cell.date()
        case date():
            return cell
        case str():
            with suppress(BadCell):
                return day("day", cell.strip())
    raise _UnfitError(f"is `{_short(str(cell))}`", "write a day as 2026-10-01")


def _yes(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return cell
    if str(cell).strip().casefold() in ("yes", "no"):
        return str(cell).strip().casefold() == "yes"
    raise _UnfitError(f"is `{_short(str(cell))}`", "write yes or no")


_READERS: Final[Mapping[type, Any]] = {int: _whole, Decimal: _number, date: _day, bool: _yes}


def _formulas(content: bytes) -> Iterator[RefusedCell]:
    """The cells that hold a formula: what it gives depends on who opens the workbook.

    Any part may hold a sheet, whatever its name, and two parts may have the same one.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for part in packed.infolist():
            if part.file_size > MOST_OF_A_PART:
                yield RefusedCell(part.filename, "it is larger than any sheet of gaps", _SMALLER)
                continue
            body = packed.read(part)
            cells = body[body.find(_CELLS) : body.rfind(_CELLS) + 1]
            for match in _FORMULA.finditer(cells):
                names = _NAME.findall(cells[max(0, match.start() - _FAR) : match.start()])
                cell = names[-1].decode() if names else "a cell without a name"
                name = f"{part.filename.removeprefix('xl/worksheets/')}, {cell}"
                yield RefusedCell(name, "a formula stands there", "put its value there")


MOST_OF_A_PART: Final = 100_000_000
"""Bytes of a sheet, unpacked: those of about a million cells."""
_SMALLER: Final = "fill in the workbook that `reportkit gaps --xlsx` wrote"
_CELLS: Final = b"sheetData"
"""The name of the element that holds all cells, with whatever prefix."""
_FORMULA: Final = re.compile(rb"<(?:[^<>\s/:]{1,100}:)?f[\s/>]")
_NAME: Final = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,3}[0-9]{1,7})["']""")
_FAR: Final = 500
"""Bytes before a formula in which the name of its cell is looked for."""


def _is_filled(cell: Cell) -> bool:
    return cell is not None and str(cell).strip() != ""


def _says_nothing(column: Column, cell: Cell) -> bool:
    """Whether a cell of numbers or days holds what stands for none there, as `N/A`."""
    return column.kind is not str and isinstance(cell, str) and is_empty(cell.strip())


def _letters(column: int) -> str:
    """The name of a column, from 0: `A`, `Z`, `AA`."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
