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
    taken, refused = cells.take(header, rows, cells.once(partial(_row, header), itemgetter(0)))
    rates: dict[str, dict[str, LaboratoryRate]] = {}
    for (code, _), rate in taken:
        rates.setdefault(code, {})[rate.modifier or ""] = rate
    return Schedule(
        file,
        named,
        {
            code: Clfs(release=named, rates=tuple(found[name] for name in sorted(found)))
            for code, found in rates.items()
        },
        refused,
    )


_LAYOUT = Layout(
    "clfs",
    "code",
    {
        "code": ("HCPCS",),
        "modifier": ("MOD",),
        "indicator": ("INDICATOR",),
        "rate": ("RATE",),
    },
)
_TEXT_COLUMNS = ("YEAR", "HCPCS", "MOD", "EFF_DATE", "INDICATOR", "RATE", "SHORTDESC")
"""Of the form as text, which has no header row."""


def _with_header(rows: Iterator[TextRow]) -> Iterator[TextRow]:
    """The rows below the notices, with the names of the columns above them where there are none."""
    is_named = False
    for row in rows:
        if row.cells[0] == "HDR":
            continue
        is_named = is_named or "HCPCS" in row.cells
        if not is_named and re.fullmatch(r"20\d\d", row.cells[0]) and len(row.cells) > 1:
            yield replace(row, cells=_TEXT_COLUMNS)
            is_named = True
        yield row


def _row(header: Header, row: TextRow) -> tuple[tuple[str, str], LaboratoryRate]:
    """The code with its modifier, and its rate."""
    text = {field: row.cells[at] for field, at in header.index.items()}
    if not re.fullmatch(r"[0-9A-Z]{2}|", text["modifier"]):
        raise cells.BadCell(f"modifier `{text['modifier'][:40]}` is not two characters or blank")
    national = cells.one_of("indicator", text["indicator"], ("N", "L")) == "N"
    rate = cells.amount("rate", text["rate"])
    return (cells.code(text["code"]), text["modifier"]), LaboratoryRate(
        modifier=text["modifier"] or None, national=national, rate=rate or None
    )
