"""Write small workbooks for tests, as plain as the format allows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

Cell = str | float | int
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACK = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def workbook(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    """A workbook with these sheets; texts stand in their cells, numbers as numbers."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", f'<Types xmlns="{_TYPES}"/>')
        book.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        names = list(sheets)
        book.writestr("xl/workbook.xml", _book(names))
        targets = [("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(names) + 1)]
        book.writestr("xl/_rels/workbook.xml.rels", _relations(targets))
        for (_, target), rows in zip(targets, sheets.values(), strict=True):
            book.writestr(f"xl/{target}", _sheet(rows))
    return packed.getvalue()


def _book(names: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{at}" r:id="rId{at}"/>'
        for at, name in enumerate(names, start=1)
    )
    return f'<workbook xmlns="{MAIN}" xmlns:r="{_RELS}"><sheets>{sheets}</sheets></workbook>'


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    held = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACK}">{held}</Relationships>'


def _sheet(rows: Sequence[Sequence[Cell]]) -> str:
    held = "".join(
        f'<row r="{at}">{"".join(map(_cell, row))}</row>' for at, row in enumerate(rows, start=1)
    )
    return f'<worksheet xmlns="{MAIN}"><sheetData>{held}</sheetData></worksheet>'


def _cell(value: Cell) -> str:
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f"<c><v>{value!r}</v></c>"
