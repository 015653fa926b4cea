"""Place the table of modifiers and the prose of the coding specifications."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from reportkit.legacy.draft import Placed
from reportkit.legacy.old_report import Heading, Item, Paragraph, Row, Where, text_of
from reportkit.legacy.outline import Entry
from reportkit.legacy.prose import put_named
from reportkit.legacy.sheet import Sheet
from reportkit.model.absence import TO_BE_WRITTEN
from reportkit.model.base import Prose
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
        if isinstance(block, Row) and (block.head or _is_head(block)):
            columns = tuple(_column(cell, i) for i, cell in enumerate(block.cells))
            sheet.note(FILE, text_of(block), block.where)
        elif isinstance(block, Row):
            _row(block, columns, rows, prose, sheet)
        elif row := _listed(entry, sheet):
            rows.append(row)
        else:
            prose.append(entry)
    put_named(prose, sheet)
    for entry in prose:
        if entry.part == "modifiers" and rows:
            reason = f"{entry.block.where} of the old report stands beside the table of modifiers"
            sheet.guess(FILE, ("intro",), reason, entry.block.where)
    return tuple(rows)


def coding_data(rows: tuple[OldRow, ...], sheet: Sheet) -> dict[str, Any]:
    """The data of the section."""
    written = []
    for index, row in enumerate(rows):
        sheet.placed.append(Placed(FILE, ("modifiers", index, "code"), row.where))
        texts = {
            name: Prose(row.cells.get(name, TO_BE_WRITTEN))
            for name in ("description", "when_to_use", "documentation")
        }
        written.append({"code": row.code, **texts, "appended_to": "procedure"})
        reason = f"modifier {row.code} was put on the line of the procedure"
        sheet.guess(FILE, ("modifiers", index, "appended_to"), reason, row.where)
    return {
        "reportkit": "coding-specifications/1",
        "intro": sheet.prose(FILE, "intro"),
        "modifiers": written,
        "excluded_modifiers": [],
        "companion_services": [],
    }


_COLUMNS: tuple[str | None, ...] = ("code", "description", "when_to_use")
_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("when_to_use", re.compile(r"when\b|use\b|usage|guidance|application", re.IGNORECASE)),
    ("documentation", re.compile(r"document", re.IGNORECASE)),
    ("description", re.compile(r"descri|meaning|definition|name|says", re.IGNORECASE)),
    ("code", re.compile(r"modifier|code", re.IGNORECASE)),
)
_CODE = re.compile(r"(?:modifier\s+)?-?(?P<code>[0-9A-Z][0-9A-Z])", re.IGNORECASE)
_ITEM = re.compile(
    r"[*_`]*(?P<word>modifier\s+)?-?(?P<code>[0-9A-Z]{2})[*_`]*\s*(?::|–|—|-)[*_`]*\s+(?P<text>.+)",
    re.IGNORECASE | re.DOTALL,
)


def _is_head(row: Row) -> bool:
    return re.fullmatch(r"(?:modifier|code)s?", row.cells[0], re.IGNORECASE) is not None


def _listed(entry: Entry, sheet: Sheet) -> OldRow | None:
    """The row that a line such as `22: More work than usual` stands for, or None."""
    block = entry.block
    if not isinstance(block, Item) and not (
        isinstance(block, Paragraph) and entry.part == "modifiers"
    ):
        return None
    match = _ITEM.fullmatch(block.text)
    if match is None or match["code"].upper() not in MODIFIERS:
        return None
    number = getattr(block, "number", None)
    if number is not None or match["word"]:
        sheet.note(FILE, f"{number or ''} {match['word'] or ''}".strip(), block.where)
    return OldRow(match["code"].upper(), {"description": match["text"]}, block.where)


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
    if len(written) < len(columns):
        reason = f"the row of modifier {code} has fewer cells than its table; some may be one here"
        sheet.guess(FILE, ("modifiers", len(rows), "description"), reason, row.where)
    rows.append(OldRow(code, cells, row.where))
    if any(spare):
        text = f"modifier {code}: {' | '.join(cell for cell in spare if cell)}"
        sheet.leave(FILE, Paragraph(text, row.where), "the table of modifiers has no such column")


def _as_item(row: Row, text: str) -> Heading:
    return Heading(text, row.where)
