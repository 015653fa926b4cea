"""A table of place of service codes in, the assigned codes with their rate out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from reportkit.inputs import cells
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.refused import Refused
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.pos import PLACES_OF_SERVICE, Place, Rate


def read_pos(file: str, content: bytes) -> PosFile:
    """Read `pos_code, pos_type, pos_name`; unassigned codes are left out. Raises LayoutError."""
    rows = read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    taken, refused = cells.take(header, rows, partial(_row, header))
    return PosFile(file, tuple(place for place in taken if place is not None), refused)


def pos_differences(table: PosFile) -> tuple[str, ...]:
    """How a table differs from the codes this program knows, one sentence a code."""
    theirs = {place.code: place.rate for place in table.places}
    ours = {place.code: place.rate for place in PLACES_OF_SERVICE}
    return tuple(
        f"place of service {code} is {theirs.get(code, 'not assigned')} in the file and "
        f"{ours.get(code, 'not assigned')} here"
        for code in sorted(theirs.keys() | ours.keys())
        if theirs.get(code) != ours.get(code)
    )


@dataclass(frozen=True, slots=True)
class PosFile:
    """The assigned places of service of a table."""

    file: str
    places: tuple[Place, ...]
    refused: tuple[Refused, ...]


_LAYOUT = Layout(
    "pos",
    "code",
    {
        "code": ("POS_CODE", "POS CODE", "CODE"),
        "type": ("POS_TYPE", "TYPE"),
        "name": ("POS_NAME", "NAME"),
    },
)
_RATES: dict[str, Rate] = {"Facility": "facility", "Non-Facility": "nonfacility"}


def _row(header: Header, row: TextRow) -> Place | None:
    text = {field: row.cells[at] for field, at in header.index.items()}
    code = cells.whole(text["code"])
    if not re.fullmatch(r"\d\d", code):
        raise cells.BadCell(f"place of service `{text['code'][:40]}` is not two digits")
    kind = cells.one_of("type", text["type"], (*_RATES, "Unassigned"))
    return Place(code, text["name"], _RATES[kind]) if kind in _RATES else None
