"""Read the fee schedules of equipment and of nutrition: amounts by state, as groups of states.

An amount of zero means that the file gives none: rural columns of states without such areas,
ceiling and floor of what has none. The quarter stands in the title.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from operator import itemgetter

from reportkit.inputs import cells
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.quarter import MONTH, quarter_of_file, quarter_of_month
from reportkit.inputs.schedule import Schedule
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.equipment import Dmepos, EquipmentAmount, EquipmentRate


def read_dmepos(file: str, content: bytes, quarter: str | None = None) -> Schedule[Dmepos]:
    """Read a fee schedule of equipment or nutrition; every row is taken or refused.

    Raises LayoutError, also for a table without a column of a state.
    """
    rows = read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    states = _states(file, header)
    named = quarter_of_file(file, quarter, _titled(header.text))
    taken, refused = cells.take(
        header, rows, cells.once(partial(_row, header, states), itemgetter(0))
    )
    rates: dict[str, dict[tuple[str, ...], EquipmentRate]] = {}
    for (code, _), rate in taken:
        rates.setdefault(code, {})[rate.modifiers] = rate
    return Schedule(
        file,
        named,
        {
            code: Dmepos(release=named, rates=tuple(held[key] for key in sorted(held)))
            for code, held in rates.items()
        },
        refused,
    )


_LAYOUT = Layout(
    "dmepos",
    "code",
    {"code": ("HCPCS",), "modifier": ("MOD",), "second": ("MOD2", "MOD 2")},
    {
        "jurisdiction": ("JURIS",),
        "category": ("CATG",),
        "ceiling": ("CEILING",),
        "floor": ("FLOOR",),
    },
)
_STATE = re.compile(r"([A-Z]{2})[ _]*\((NR|R)\)\*?")
_TITLE = re.compile(rf"\b{MONTH} (20\d\d) FEE SCHEDULE", re.IGNORECASE)

States = Mapping[str, Mapping[str, int]]
"""State to the columns of its two areas, `NR` and `R`."""


def _states(file: str, header: Header) -> States:
    columns: dict[str, dict[str, int]] = {}
    for at, name in enumerate(header.names):
        match = _STATE.fullmatch(" ".join(name.upper().split()))
        if match and columns.setdefault(match[1], {}).setdefault(match[2], at) != at:
            raise LayoutError(
                file, header.line, f"one column `{name}`", "it twice", "use the file as published"
            )
    if not columns:
        raise LayoutError(
            file,
            header.line,
            "columns of states, as `AL (NR)`",
            f"columns {', '.join(header.names)[:200]}",
            "use the file as published",
        )
    return columns


def _titled(text: str) -> str | None:
    match = _TITLE.search(text)
    return quarter_of_month(*match.groups()) if match else None


def _row(
    header: Header, states: States, row: TextRow
) -> tuple[tuple[str, frozenset[str]], EquipmentRate]:
    """The code with its modifiers, and its rate."""
    text = {field: row.cells[at] for field, at in header.index.items()}
    named = (cells.modifier(text[field]) for field in ("modifier", "second"))
    modifiers = tuple(filter(None, named))
    return (cells.code(text["code"]), frozenset(modifiers)), EquipmentRate(
        modifiers=modifiers,
        category=text.get("category") or None,
        jurisdiction=text.get("jurisdiction") or None,
        ceiling=_amount("ceiling", text.get("ceiling", "")),
        floor=_amount("floor", text.get("floor", "")),
        amounts=_grouped(states, row),
    )


def _grouped(states: States, row: TextRow) -> tuple[EquipmentAmount, ...]:
    """The amounts of the row, the lowest first, each with the states in which it is paid."""
    states_paid: dict[tuple[Decimal | None, Decimal | None], list[str]] = {}
    for state, columns in states.items():
        paid = tuple(
            _amount(f"{state} ({area})", row.cells[columns[area]]) if area in columns else None
            for area in ("NR", "R")
        )
        if any(paid):
            states_paid.setdefault((paid[0], paid[1]), []).append(state)
    ordered = sorted(states_paid, key=lambda paid: (paid[0] or Decimal(0), paid[1] or Decimal(0)))
    return tuple(
        EquipmentAmount(states=tuple(sorted(states_paid[paid])), nonrural=paid[0], rural=paid[1])
        for paid in ordered
    )


def _amount(name: str, text: str) -> Decimal | None:
    return cells.amount(name, text) or None
