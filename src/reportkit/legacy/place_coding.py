"""Entries of the coding specifications in, the rows of its table and its prose out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportkit.legacy.old_report import Heading, Item, Row, Where, text_of
from reportkit.legacy.outline import Entry
from reportkit.legacy.sheet import Sheet, chunks
from reportkit.model.modifiers import MODIFIERS

FILE: Final = "coding-specifications"


@dataclass(frozen=True, slots=True)
class OldRow:
    """A row of the old table of modifiers, as it stands."""

    code: str
    cells: dict[str, str]
    """Key of the row to the text of its cell."""
    where: Where


def place_coding(entries: Sequence[Entry], sheet: Sheet) -> tuple[OldRow, ...]:
    """Rows that begin with a modifier become rows; other text is the introduction."""
    rows: list[OldRow] = []
    prose: list[Entry] = []
    columns: tuple[str | None, ...] = _COLUMNS
    for entry in entries:
        block = entry.block
        if entry.part is None:
            why = (
                "no section has this heading"
                if isinstance(block, Heading)
                else ("stands below a heading that no section has")
            )
            sheet.leave(FILE, block, why)
        elif isinstance(block, Row) and (block.head or _is_head(block)):
            columns = tuple(_column(cell, i) for i, cell in enumerate(block.cells))
            sheet.note(FILE, text_of(block), block.where)
        elif isinstance(block, Row):
            _row(block, columns, rows, prose, sheet)
        elif (
            isinstance(block, Item)
            and (found := _ITEM.fullmatch(block.text))
            and (found["code"] in MODIFIERS)
        ):
            if block.number is not None or found["word"]:
                sheet.note(FILE, f"{block.number or ''} {block.text}".strip(), block.where)
            rows.append(OldRow(found["code"], {"description": found["text"]}, block.where))
        else:
            prose.append(entry)
    for chunk in chunks(prose):
        sheet.put(FILE, ("intro",), chunk.text, chunk.where)
    return tuple(rows)


_COLUMNS: tuple[str | None, ...] = ("code", "description", "when_to_use")
_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("when_to_use", re.compile(r"when\b|use\b|usage|guidance|application", re.IGNORECASE)),
    ("documentation", re.compile(r"document", re.IGNORECASE)),
    ("description", re.compile(r"descri|meaning|definition|name", re.IGNORECASE)),
    ("code", re.compile(r"modifier|code", re.IGNORECASE)),
)
_CODE = re.compile(r"(?:modifier\s+)?-?(?P<code>[0-9A-Z][0-9A-Z])", re.IGNORECASE)
_ITEM = re.compile(
    r"[*_`]*(?P<word>modifier\s+)?-?(?P<code>[0-9A-Z]{2})[*_`]*\s*(?::|–|—|-)[*_`]*\s+(?P<text>.+)",
    re.IGNORECASE | re.DOTALL,
)


def _is_head(row: Row) -> bool:
    return re.fullmatch(r"(?:modifier|code)s?", row.cells[0], re.IGNORECASE) is not None


def _column(name: str, index: int) -> str | None:
    if index == 0:
        return "code"
    return next((key for key, pattern in _NAMES if pattern.search(name)), None)


def _row(
    row: Row,
    columns: tuple[str | None, ...],
    rows: list[OldRow],
    prose: list[Entry],
    sheet: Sheet,
) -> None:
    found = _CODE.fullmatch(row.cells[0])
    written = [cell for cell in row.cells if cell]
    if found is None and len(written) == 1:
        prose.append(Entry(_as_item(row, written[0]), "coding-specifications", FILE))
        return
    if found is None or (
        found["code"].upper() not in MODIFIERS
        and not found["code"].isupper()
        and not found["code"].isdigit()
    ):
        sheet.leave(FILE, row, "a row of a table that does not begin with a modifier")
        return
    code = found["code"].upper()
    cells: dict[str, str] = {}
    spare = [] if row.cells[0] == code else [row.cells[0]]
    for index, cell in enumerate(row.cells[1:], start=1):
        key = columns[index] if index < len(columns) else None
        if key in (None, "code") or key in cells:
            spare.append(cell)
        elif cell and key is not None:
            cells[key] = cell
    rows.append(OldRow(code, cells, row.where))
    if any(spare):
        text = f"modifier {code}: {' | '.join(cell for cell in spare if cell)}"
        sheet.note(FILE, text, row.where)


def _as_item(row: Row, text: str) -> Heading:
    return Heading(text, row.where)
