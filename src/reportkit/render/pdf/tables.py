"""Label the cells of a table with scopes, spans, identifiers and headers.

Positions are counted on the grid of HTML's table model, so cells that span rows or columns
do not shift the cells after them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportkit.model.whole_numbers import whole_number
from reportkit.render.pdf.nodes import Node

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_SPAN = 1000


def label_table(table: Node, name: str) -> None:
    """Say which header cells each cell of a table belongs to.

    Header cells get a scope and an identifier that starts with `name`, data cells and the
    header cells of rows the identifiers of their headers (ISO 32000-1, table 349). The
    footer is moved behind the rows.
    """
    table.kids.sort(key=lambda kid: isinstance(kid, Node) and kid.tag == "TFoot")
    slots = list(_slots(table))
    by_row: dict[int, list[_Slot]] = defaultdict(list)
    by_column: dict[int, list[_Slot]] = defaultdict(list)
    for slot in slots:
        _label(slot, name)
        if slot.scope == "Row":
            for row in range(slot.row, slot.end_row):
                by_row[row].append(slot)
        elif slot.scope == "Column":
            for column in range(slot.column, slot.end_column):
                by_column[column].append(slot)
    for slot in slots:
        headers = [
            other.cell.identifier
            for other in _headers(slot, by_row, by_column)
            if other.cell.identifier is not None
        ]
        if headers:
            slot.cell.attributes["Headers"] = tuple(dict.fromkeys(headers))


@dataclass(frozen=True, slots=True)
class _Slot:
    """A cell and the part of the grid it covers; ends are exclusive."""

    cell: Node
    scope: str
    row: int
    column: int
    end_row: int
    end_column: int


def _slots(table: Node) -> Iterator[_Slot]:
    start = 0
    for group in _row_groups(table):
        rows = [node for node in group.nodes if node.tag == "TR"]
        taken: set[tuple[int, int]] = set()
        for number, row in enumerate(rows):
            column = 0
            for cell in row.nodes:
                if cell.tag not in ("TH", "TD"):
                    continue
                while (number, column) in taken:
                    column += 1
                height = _span(cell, "rowspan") or len(rows)
                end_row = min(number + height, len(rows))
                end_column = column + (_span(cell, "colspan") or 1)
                for line in range(number + 1, end_row):
                    taken.update((line, place) for place in range(column, end_column))
                scope = _scope(cell, group)
                yield _Slot(cell, scope, start + number, column, start + end_row, end_column)
                column = end_column
        start += len(rows)


def _row_groups(table: Node) -> list[Node]:
    groups = [node for node in table.nodes if node.tag in ("THead", "TBody", "TFoot")]
    return groups or [table]


def _span(cell: Node, name: str) -> int:
    """A span as written; 0 says to the end of the group, and nonsense counts as 1."""
    text = cell.element.get(name, "1").strip()
    number = whole_number(text)
    return 1 if number is None else min(number, _MAX_SPAN)


def _scope(cell: Node, group: Node) -> str:
    if cell.tag != "TH":
        return ""
    match cell.element.get("scope"):
        case "row" | "rowgroup":
            return "Row"
        case "col" | "colgroup":
            return "Column"
        case _:
            return "Column" if group.tag == "THead" else "Row"


def _label(slot: _Slot, name: str) -> None:
    cell = slot.cell
    if slot.end_row - slot.row > 1:
        cell.attributes["RowSpan"] = slot.end_row - slot.row
    if slot.end_column - slot.column > 1:
        cell.attributes["ColSpan"] = slot.end_column - slot.column
    if slot.scope:
        cell.attributes["Scope"] = f"/{slot.scope}"
        cell.identifier = f"{name}-r{slot.row}-c{slot.column}"


def _headers(
    slot: _Slot, by_row: dict[int, list[_Slot]], by_column: dict[int, list[_Slot]]
) -> Iterator[_Slot]:
    for column in range(slot.column, slot.end_column):
        yield from (other for other in by_column[column] if other.end_row <= slot.row)
    for row in range(slot.row, slot.end_row):
        yield from (other for other in by_row[row] if other.end_column <= slot.column)
