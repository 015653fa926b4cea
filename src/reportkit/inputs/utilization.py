"""Read how often services were given in a year: the nation's rows, by place of service.

Source of the layout: CMS, Medicare Physician & Other Practitioners, by Geography and Service. What
CMS leaves blank stays suppressed, and so does a count from 1 to 10, which nobody may show.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Final, Literal

from reportkit.inputs import cells
from reportkit.inputs.archive import names_within
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.layout import without_year
from reportkit.inputs.schedule import Schedule
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.input import Utilization

Setting = Literal["facility", "nonfacility"]


def read_utilization(
    file: str, content: bytes, year: str | None = None
) -> Schedule[tuple[Utilization, ...]]:
    """Read the rows of the nation; each is taken or refused. Raises LayoutError.

    `D23` in the name says that the services are of 2023, or the year itself does; of a quarter
    given the year counts.
    """
    rows = read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    named = year[:4] if year else _year(file)
    read = partial(_row, header, int(named))
    taken, refused = cells.take(header, rows, cells.once(read, _place))
    counts: dict[str, dict[str, Utilization]] = {}
    for entry in taken:
        if entry is not None:
            (code, setting), counted = entry
            counts.setdefault(code, {})[setting] = counted
    return Schedule(
        file,
        named,
        {code: tuple(held[name] for name in sorted(held)) for code, held in counts.items()},
        refused,
    )


def shown_count(number: int | None) -> int | None:
    """A count of services or patients; None for one that nobody may show."""
    return None if number is not None and 1 <= number <= _LARGEST_SMALL else number


_LAYOUT = Layout(
    "utilization",
    "code",
    {
        "level": ("RNDRNG_PRVDR_GEO_LVL",),
        "code": ("HCPCS_CD",),
        "place": ("PLACE_OF_SRVC",),
        "providers": ("TOT_RNDRNG_PRVDRS",),
        "beneficiaries": ("TOT_BENES",),
        "services": ("TOT_SRVCS",),
        "submitted": ("AVG_SBMTD_CHRG",),
        "allowed": ("AVG_MDCR_ALOWD_AMT",),
        "paid": ("AVG_MDCR_PYMT_AMT",),
    },
)
_SETTINGS: Final[dict[str, Setting]] = {"F": "facility", "O": "nonfacility"}
_YEARS = (re.compile(r"_D(\d\d)(?!\d)", re.IGNORECASE), re.compile(r"(?<!\d)20(\d\d)(?!\d)"))
_LARGEST_SMALL = 10
"""CMS's policy on cell sizes: no count from 1 to 10 is shown."""
SUPPRESSED = ("*", "#")
"""What stands for a count that is not shown."""


def _year(file: str) -> str:
    for name in names_within(file):
        for pattern in _YEARS:
            if match := pattern.search(name):
                return f"20{match[1]}"
    raise without_year(file)


_Counted = tuple[tuple[str, Setting], Utilization]


def _place(counted: _Counted | None) -> tuple[str, Setting] | None:
    return counted[0] if counted else None


def _row(header: Header, year: int, row: TextRow) -> _Counted | None:
    """The code with the setting, and its row; None for a row of a state."""
    text = {field: row.cells[at] for field, at in header.index.items()}
    if cells.one_of("level", text["level"].title(), ("National", "State")) == "State":
        return None
    place = cells.one_of("place of service", text["place"], tuple(_SETTINGS))
    services = shown_count(_whole("services", text))
    patients = shown_count(_whole("beneficiaries", text))
    return (cells.code(text["code"]), _SETTINGS[place]), Utilization(
        year=year,
        setting=_SETTINGS[place],
        services=services,
        beneficiaries=patients,
        providers=_whole("providers", text),
        average_submitted=_average("submitted", text),
        average_allowed=_average("allowed", text),
        average_paid=_average("paid", text),
    )


def _whole(name: str, text: dict[str, str]) -> int | None:
    """A count; services of drugs may have fractions, which are rounded."""
    exact = None if text[name] in SUPPRESSED else cells.number(name, text[name])
    return None if exact is None else int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def _average(name: str, text: dict[str, str]) -> Decimal | None:
    if text[name] in SUPPRESSED:
        return None
    return cells.money(f"average {name}", text[name])
