"""Read the table of add-on codes: what is in force in its quarter, by add-on and by primary code.

Days are written as year and number of the day: 2026091 is 1 April 2026. `CCCCC` stands for the
codes that contractors name.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Literal, cast

from reportkit.inputs import cells
from reportkit.inputs.header import Header, Layout, Wordings, read_header
from reportkit.inputs.quarter import first_day, last_day, quarter_of_file
from reportkit.inputs.schedule import Schedule
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.add_ons import AddOnEdit, AddOns


def read_add_ons(file: str, content: bytes, quarter: str | None = None) -> Schedule[AddOns]:
    """Read the table; every row is taken or refused. Raises LayoutError."""
    rows = read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    named = quarter_of_file(file, quarter)
    taken, refused = cells.take(header, rows, partial(_row, header, named))
    edits_of: dict[str, dict[AddOnEdit, None]] = {}
    for edit in taken:
        for code in (edit.add_on, edit.primary) if edit is not None else ():
            if edit is not None and code is not None:
                edits_of.setdefault(code, {})[edit] = None
    return Schedule(
        file,
        named,
        {
            code: AddOns(quarter=named, edits=tuple(sorted(edits, key=_order)))
            for code, edits in edits_of.items()
        },
        refused,
    )


def _dated(*names: str) -> Wordings:
    """Names of a column of days, which some quarters call Julian."""
    return (*names, *(f"{name} JULIAN" for name in names))


_LAYOUT = Layout(
    "addons",
    "code",
    {
        "code": ("ADD-ON CODE", "ADD-ON CODES", "ADDON CODE"),
        "primary": ("PRIMARY CODE", "PRIMARY CODES"),
        "kind": ("AOC EDIT TYPE", "EDIT TYPE", "TYPE"),
        "effective": _dated("AOC EDIT EFFDT", "AOC EDIT EFF DT"),
        "deleted": _dated("AOC EDIT DELDT", "AOC EDIT DEL DT"),
    },
    {
        "add_on_deleted": _dated("AOC DELDT", "AOC DEL DT"),
        "primary_deleted": _dated("PRIMARY CODE DELDT", "PRIMARY CODE DEL DT"),
        "note": ("SPECIAL INSTRUCTION NOTES", "SPECIAL INSTRUCTIONS"),
    },
)
_OF_CONTRACTORS = "CCCCC"
_KINDS = ("1", "2", "3")


def _row(header: Header, quarter: str, row: TextRow) -> AddOnEdit | None:
    """The entry of a row; None where it is not in force in the quarter.

    As with pairs, an entry that ends on the day it begins was taken back and never held.
    """
    text = {field: row.cells[at] for field, at in header.index.items()}
    begins = _day("effective date", text.get("effective", ""))
    ends = [
        _day(field.replace("_", " "), text.get(field, ""))
        for field in ("deleted", "add_on_deleted", "primary_deleted")
    ]
    add_on, primary = cells.code(text["code"]), cells.code(text["primary"])
    kind = cells.one_of("type", text["kind"], _KINDS)
    starts = begins or date.min
    if starts > last_day(quarter):
        return None
    if any(end is not None and (end < first_day(quarter) or end <= starts) for end in ends):
        return None
    return AddOnEdit(
        add_on=add_on,
        primary=None if primary == _OF_CONTRACTORS else primary,
        kind=cast("Literal['1', '2', '3']", kind),
        note=text.get("note") or None,
    )


def _day(name: str, text: str) -> date | None:
    """A day as year and number of the day, or as dates are written elsewhere; None for none."""
    number = cells.whole(text)
    if number in ("", "0", "*"):
        return None
    if len(number) == 7:
        try:
            return datetime.strptime(number, "%Y%j").date()  # noqa: DTZ007 -- a calendar day
        except ValueError:
            raise cells.BadCell(f"{name} `{text}` is not a year and the number of a day") from None
    return cells.day(name, text)


def _order(edit: AddOnEdit) -> tuple[str, str, str, str]:
    return edit.add_on, edit.kind, edit.primary or "", edit.note or ""
