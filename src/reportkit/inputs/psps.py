"""Read which modifiers Medicare was billed with: services and denials of a year, by modifier.

A line has a row for each contractor, specialty and place; they are added up. Services with two
modifiers count for each of them. A sum from 1 to 10 is suppressed, as nobody may show it, and so is
one in which a count is not given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from reportkit.inputs import cells
from reportkit.inputs.archive import names_within
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.layout import without_year
from reportkit.inputs.refused import Refused
from reportkit.inputs.schedule import Schedule
from reportkit.inputs.table import TextRow, read_rows
from reportkit.inputs.utilization import SUPPRESSED, shown_count
from reportkit.model.billed_modifiers import BilledModifier, BilledModifiers


def read_psps(file: str, content: bytes, year: str | None = None) -> Schedule[BilledModifiers]:
    """Read the summary; every row is added or refused. Raises LayoutError.

    The year stands in the file's name, or is given; of a quarter given the year counts.
    """
    rows = read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    match = re.search(r"(?<!\d)20\d\d(?!\d)", year or "/".join(names_within(file)))
    if match is None:
        raise without_year(file)
    sums: dict[str, dict[str, tuple[_Count, _Count]]] = {}
    refused: list[Refused] = []
    for row in cells.rows_of_data(rows):
        try:
            line = _line(header, cells.whole_row(header, row))
        except cells.BadCell as bad:
            refused.append(
                Refused(row.line, str(bad), cells.codes_of(header, row), ends_file=not row.whole)
            )
            continue
        code, modifiers, services, denied = line
        for modifier in modifiers:
            held = sums.setdefault(code, {}).get(modifier, (Decimal(0), Decimal(0)))
            sums[code][modifier] = (_sum(held[0], services), _sum(held[1], denied))
    summed = partial(_summed, match[0])
    return Schedule(
        file, match[0], {code: summed(held) for code, held in sums.items()}, tuple(refused)
    )


_LAYOUT = Layout(
    "psps",
    "code",
    {
        "code": ("HCPCS_CD",),
        "modifier": ("HCPCS_INITIAL_MODIFIER_CD",),
        "services": ("PSPS_SUBMITTED_SERVICE_CNT",),
        "denied": ("PSPS_DENIED_SERVICES_CNT",),
    },
    {"second": ("HCPCS_SECOND_MODIFIER_CD",)},
)


_Count = Decimal | None
"""None where it is not given."""


def _sum(one: _Count, other: _Count) -> _Count:
    return None if one is None or other is None else one + other


def _line(header: Header, row: TextRow) -> tuple[str, Iterable[str], _Count, _Count]:
    """Code, modifiers, services and denied ones; a line without modifiers has a blank one."""
    text = {field: row.cells[at] for field, at in header.index.items()}
    named = (cells.modifier(text.get(field, "")) for field in ("modifier", "second"))
    services, denied = _count("services", text), _count("denied", text)
    if services is not None and denied is not None and denied > services:
        raise cells.BadCell(f"{denied} services were denied, and {services} submitted")
    return cells.code(text["code"]), dict.fromkeys(filter(None, named)) or ("",), services, denied


def _count(name: str, text: dict[str, str]) -> _Count:
    return None if text[name] in SUPPRESSED else cells.number(name, text[name])


def _summed(year: str, held: dict[str, tuple[_Count, _Count]]) -> BilledModifiers:
    """The modifiers by how often they were billed, then by name."""
    ordered = sorted(held, key=lambda modifier: (-(held[modifier][0] or 0), modifier))
    rows = tuple(
        BilledModifier(
            modifier=modifier or None,
            services=shown_count(_whole(held[modifier][0])),
            denied=shown_count(_whole(held[modifier][1])),
        )
        for modifier in ordered
    )
    return BilledModifiers(release=year, rows=rows)


def _whole(count: _Count) -> int | None:
    return None if count is None else int(count.quantize(Decimal(1), ROUND_HALF_UP))
