"""Read which modifiers Medicare was billed with: services and denials of a year, by modifier.

A line has a row for each contractor, specialty and place; they are added up. Services with two
modifiers count for each of them. A sum from 1 to 10 is suppressed, as nobody may show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from reportkit.inputs import cells
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.layout import without_year
from reportkit.inputs.refused import Refused
from reportkit.inputs.schedule import Schedule
from reportkit.inputs.table import TextRow, read_rows
from reportkit.inputs.utilization import shown_count
from reportkit.model.billed_modifiers import BilledModifier, BilledModifiers


def read_psps(file: str, content: bytes, year: str | None = None) -> Schedule[BilledModifiers]:
    """Read the summary; every row is added or refused. Raises LayoutError.

    The year stands in the file's name, or is given; of a quarter given the year counts.
    """
    rows = read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    found = re.search(r"(?<!\d)20\d\d(?!\d)", year or file)
    if found is None:
        raise without_year(file)
    sums: dict[str, dict[str, tuple[Decimal, Decimal]]] = {}
    refused: list[Refused] = []
    for row in cells.rows_of_data(rows):
        try:
            line = _line(header, cells.whole_row(header, row))
        except cells.BadCell as bad:
            refused.append(Refused(row.line, str(bad), cells.codes_of(header, row)))
            continue
        code, modifiers, services, denied = line
        for modifier in modifiers:
            held = sums.setdefault(code, {}).get(modifier, (Decimal(0), Decimal(0)))
            sums[code][modifier] = (held[0] + services, held[1] + denied)
    summed = partial(_summed, found[0])
    return Schedule(
        file, found[0], {code: summed(held) for code, held in sums.items()}, tuple(refused)
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


def _line(header: Header, row: TextRow) -> tuple[str, Iterable[str], Decimal, Decimal]:
    """Code, modifiers, services and denied ones; a line without modifiers has a blank one."""
    text = {field: row.cells[at] for field, at in header.index.items()}
    named = (text["modifier"], text.get("second", ""))
    for modifier in named:
        if not re.fullmatch(r"[0-9A-Z]{2}|", modifier):
            raise cells.BadCell(f"modifier `{modifier[:40]}` is not two characters or blank")
    return (
        cells.code(text["code"]),
        dict.fromkeys(filter(None, named)) or ("",),
        cells.number("services", text["services"]) or Decimal(0),
        cells.number("denied services", text["denied"]) or Decimal(0),
    )


def _summed(year: str, held: dict[str, tuple[Decimal, Decimal]]) -> BilledModifiers:
    """The modifiers by how often they were billed, then by name."""
    ordered = sorted(held, key=lambda modifier: (-held[modifier][0], modifier))
    rows = tuple(
        BilledModifier(
            modifier=modifier or None,
            services=shown_count(_whole(held[modifier][0])),
            denied=shown_count(_whole(held[modifier][1])),
        )
        for modifier in ordered
    )
    return BilledModifiers(release=year, rows=rows)


def _whole(count: Decimal) -> int:
    return int(count.quantize(Decimal(1), ROUND_HALF_UP))
