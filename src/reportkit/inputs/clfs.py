"""Read the clinical laboratory fee schedule, as CSV or as text between tildes.

A rate of zero beside indicator L is no price: each contractor sets the rate. A test may stand
twice, alone and with modifier QW.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from operator import itemgetter

from reportkit.inputs import cells
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.quarter import quarter_of_file
from reportkit.inputs.schedule import Schedule
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.schedules import Clfs, LaboratoryRate


def read_clfs(file: str, content: bytes, quarter: str | None = None) -> Schedule[Clfs]:
    """Read the laboratory fee schedule; every row is taken or refused. Raises LayoutError."""
    rows = _with_header(read_rows(file, content))
    header = read_header(file, rows, _LAYOUT)
    named = quarter_of_file(file, quarter)
    read = partial(_row, header, named[:4])
    taken, refused = cells.take(header, rows, cells.once(read, itemgetter(0)))
    rates: dict[str, dict[str, LaboratoryRate]] = {}
    for (code, _), rate in taken:
        rates.setdefault(code, {})[rate.modifier or ""] = rate
    return Schedule(
        file,
        named,
        {
            code: Clfs(release=named, rates=tuple(held[name] for name in sorted(held)))
            for code, held in rates.items()
        },
        refused,
    )


_LAYOUT = Layout(
    "clfs",
    "code",
    {
        "year": ("YEAR",),
        "code": ("HCPCS",),
        "modifier": ("MOD",),
        "indicator": ("INDICATOR",),
        "rate": ("RATE",),
    },
)
_TEXT_COLUMNS = ("YEAR", "HCPCS", "MOD", "EFF_DATE", "INDICATOR", "RATE", "SHORTDESC")
"""Of the form as text, which has no header row; others may follow."""


def _with_header(rows: Iterator[TextRow]) -> Iterator[TextRow]:
    """The rows below the notices, with the names of the columns above them where there are none."""
    is_named = False
    for row in rows:
        if row.cells[0] == "HDR":
            continue
        is_named = is_named or "HCPCS" in row.cells
        if not is_named and re.fullmatch(r"20\d\d", row.cells[0]) and len(row.cells) > 1:
            others = tuple(f"FIELD {at}" for at in range(len(_TEXT_COLUMNS), len(row.cells)))
            yield replace(row, cells=(*_TEXT_COLUMNS, *others))
            is_named = True
        yield row


def _row(header: Header, year: str, row: TextRow) -> tuple[tuple[str, str], LaboratoryRate]:
    """The code with its modifier, and its rate."""
    text = {field: row.cells[at] for field, at in header.index.items()}
    if cells.whole(text["year"]) != year:
        raise cells.BadCell(f"the row is of {text['year'][:40]}, the release of {year}")
    modifier = cells.modifier(text["modifier"])
    national = cells.one_of("indicator", text["indicator"], ("N", "L")) == "N"
    rate = cells.amount("rate", text["rate"])
    return (cells.code(text["code"]), modifier), LaboratoryRate(
        modifier=modifier or None, national=national, rate=rate or None
    )
