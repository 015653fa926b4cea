"""Read the payment limits of Part B drugs: dollars for one billing unit, and what a unit holds."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import partial
from operator import itemgetter

from reportkit.inputs import cells
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.quarter import MONTH, quarter_of_file, quarter_of_month
from reportkit.inputs.schedule import Schedule, day_issued
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.schedules import Asp


def read_asp(file: str, content: bytes, quarter: str | None = None) -> Schedule[Asp]:
    """Read a file of payment limits; every row is taken or refused. Raises LayoutError.

    The line `Effective October 1, 2025 through …` says the quarter, else the name of the file.
    """
    rows = read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    named = quarter_of_file(file, quarter, _effective(header.text))
    read = partial(_row, header, named, day_issued(file))
    taken, refused = cells.take(header, rows, cells.once(read, itemgetter(0)))
    return Schedule(file, named, dict(taken), refused)


_LAYOUT = Layout(
    "asp",
    "code",
    {
        "code": ("HCPCS CODE",),
        "dosage": ("HCPCS CODE DOSAGE",),
        "limit": ("PAYMENT LIMIT",),
    },
    {
        "coinsurance": ("CO-INSURANCE PERCENTAGE", "COINSURANCE PERCENTAGE"),
        "note": ("NOTES", "NOTE"),
    },
)
_EFFECTIVE = re.compile(rf"EFFECTIVE:?\s+{MONTH} 1, (20\d\d)", re.IGNORECASE)


def _effective(text: str) -> str | None:
    """The quarter that a title says is the one in which the limits hold."""
    match = _EFFECTIVE.search(text)
    return quarter_of_month(*match.groups()) if match else None


def _row(header: Header, quarter: str, issued: date | None, row: TextRow) -> tuple[str, Asp]:
    text = {field: row.cells[at] for field, at in header.index.items()}
    if cells.is_empty(text["dosage"]):
        raise cells.BadCell("there is no dosage, so nothing says what a unit holds")
    share = cells.percentage("coinsurance", text.get("coinsurance", ""))
    return cells.code(text["code"]), Asp(
        release=quarter,
        dosage=" ".join(text["dosage"].split()),
        payment_limit=cells.amount("payment limit", text["limit"]) or None,
        coinsurance=None if share is None else _plain(share),
        note=" ".join(text.get("note", "").split()) or None,
        released=issued,
    )


def _plain(share: Decimal) -> Decimal:
    """A share without zeros at its end."""
    return Decimal(f"{share.normalize():f}")
