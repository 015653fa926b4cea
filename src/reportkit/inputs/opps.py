"""Read addendum B of the outpatient hospital schedule: status, classification, rate, copayment.

The quarter and the day of issue stand in the file's name alone; the title names the year.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from operator import itemgetter

from reportkit.inputs import cells
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.quarter import quarter_of_file, year_of_text
from reportkit.inputs.schedule import Schedule, day_issued
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.indicators import HOSPITAL_STATUS
from reportkit.model.schedules import Opps


def read_opps(file: str, content: bytes, quarter: str | None = None) -> Schedule[Opps]:
    """Read addendum B; every row is taken or refused. Raises LayoutError.

    `quarter` is needed only where the name does not say it.
    """
    rows = read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    named = quarter_of_file(file, quarter, year_of_text(header.text))
    read = partial(_row, header, named, day_issued(file))
    taken, refused = cells.take(header, rows, cells.once(read, itemgetter(0)))
    return Schedule(file, named, dict(taken), refused)


_LAYOUT = Layout(
    "opps",
    "code",
    {
        "code": ("HCPCS CODE", "HCPCS"),
        "status": ("SI", "STATUS INDICATOR"),
        "apc": ("APC",),
        "weight": ("RELATIVE WEIGHT",),
        "rate": ("PAYMENT RATE",),
        "copayment": ("NATIONAL UNADJUSTED COPAYMENT",),
        "minimum": ("MINIMUM UNADJUSTED COPAYMENT",),
    },
    {
        "coinsurance": ("IRA COINSURANCE PERCENTAGE",),
        "adjusted": ("ADJUSTED BENEFICIARY COPAYMENT",),
        "note": ("NOTE",),
    },
)


def _row(header: Header, quarter: str, issued: date | None, row: TextRow) -> tuple[str, Opps]:
    text = {field: row.cells[at] for field, at in header.index.items()}
    return cells.code(text["code"]), Opps(
        release=quarter,
        status_indicator=cells.one_of("status", text["status"], tuple(HOSPITAL_STATUS.values)),
        apc=cells.classification(text["apc"]),
        relative_weight=cells.number("weight", text["weight"]),
        payment_rate=cells.amount("payment rate", text["rate"]) or None,
        copayment=cells.amount("copayment", text["copayment"]),
        minimum_copayment=cells.amount("minimum copayment", text["minimum"]),
        coinsurance=cells.share("coinsurance", text.get("coinsurance", "")),
        adjusted_copayment=cells.amount("adjusted copayment", text.get("adjusted", "")),
        note=text.get("note") or None,
        released=issued,
    )
