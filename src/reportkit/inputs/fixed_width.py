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

    Lines that are no record, as notices at the start, are left out.
    """
    if is_workbook(content):
        return None
    lines = enumerate(decode(file, content).splitlines(), start=1)
    records = [(number, line) for number, line in lines if layout.record.match(line)]
    if not records:
        return None
    return _rows(layout, records)


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
        yield TextRow(number, cells, whole=True)
