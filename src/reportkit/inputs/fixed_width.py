"""Turn a file of fixed-width records into rows under column names, as its CSV would have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.inputs.table import TextRow, trimmed
from reportkit.inputs.text import decode
from reportkit.inputs.workbook import is_workbook


def fixed_rows(file: str, content: bytes, layout: FixedWidth) -> Iterator[TextRow] | None:
    """The names of the columns, then a row for each record; None for a table of another form.

    Notices before the first record are left out. A line below it that is no record is cut up like
    one, so that its reader refuses it.
    """
    if is_workbook(content):
        return None
    lines = [*enumerate(decode(file, content).splitlines(), start=1)]
    first = next((at for at, (_, line) in enumerate(lines) if layout.record.match(line)), None)
    return None if first is None else _rows(layout, lines[first:])


@dataclass(frozen=True, slots=True)
class FixedWidth:
    """Where the columns of a record stand; positions count from 1, ends included."""

    record: re.Pattern[str]
    """What a record starts with."""
    columns: tuple[tuple[str, int, int], ...]


def _rows(layout: FixedWidth, records: list[tuple[int, str]]) -> Iterator[TextRow]:
    yield TextRow(records[0][0], tuple(name for name, _, _ in layout.columns), whole=True)
    for number, line in records:
        cells = tuple(trimmed(line[start - 1 : end]) for _, start, end in layout.columns)
        if any(cells):
            yield TextRow(number, cells, whole=True)
