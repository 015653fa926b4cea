"""Turn the bytes of a provided table into rows of text: CSV of any delimiter, or a workbook."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.inputs.csv_records import MOST_LINES, records
from reportkit.inputs.text import UNREADABLE, decode
from reportkit.inputs.workbook import is_workbook, sheet_rows


def read_rows(file: str, content: bytes, most_lines: int = MOST_LINES) -> Iterator[TextRow]:
    """Rows of a table, in order; blank rows are left out. Raises LayoutError.

    A quoted cell may run over `most_lines`.
    """
    if is_workbook(content):
        for number, cells in enumerate(sheet_rows(file, content), start=1):
            yield from _row(number, cells, whole=True)
        return
    text = decode(file, content)
    ends_well = text.endswith(("\n", "\r", _CTRL_Z))
    held: tuple[int, list[str]] | None = None
    for record in records(io.StringIO(text, newline=""), _delimiter(text), most_lines):
        if held is not None:
            yield from _row(*held, whole=True)
        held = (record.line, record.cells)
    if held is not None:
        yield from _row(*held, whole=ends_well)


@dataclass(frozen=True, slots=True)
class TextRow:
    """One row; cells are trimmed."""

    line: int
    cells: tuple[str, ...]
    whole: bool
    """False for a last row without a line break: it may have been cut off."""


_CTRL_Z = "\x1a"
"""Ends some files of CMS, as it did under DOS."""
_NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
_WIDTHS = "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
_BLANKS = f" \t\r\n\xa0{_WIDTHS}{_NO_WIDTH}{_CTRL_Z}{UNREADABLE}"


_NOTHING = frozenset({"-", "–", "—", "NULL", "#N/A"})
"""What programs write into a cell that is empty."""
_LINE_ENDS = re.compile(r"[ \t]*[\r\n]\s*")
_AS_TEXT = re.compile(r"""'([0-9A-Za-z.]+)|="([0-9A-Za-z.]+)\"""")
"""The marks of a number that a spreadsheet keeps as text: `'00100`, `="00100"`."""


def trimmed(cell: str) -> str:
    """A cell without the blanks around it, of whatever kind, and with plain ones inside."""
    text = _LINE_ENDS.sub(" ", cell.strip(_BLANKS)).replace("\xa0", " ")
    kept = _AS_TEXT.fullmatch(text)
    if kept is not None:
        return kept[1] or kept[2]
    return "" if text in _NOTHING else text


def _delimiter(text: str) -> str:
    """What stands on most lines, as no header holds another delimiter; then what stands most."""
    lines = text[:65_536].splitlines()

    def weight(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        return sum(map(bool, counts)), sum(counts)

    return max(",", "\t", "~", ";", "|", key=weight)


def _row(line: int, cells: list[str], *, whole: bool) -> Iterator[TextRow]:
    row = tuple(map(trimmed, cells))
    if any(row):
        yield TextRow(line, row, whole)
