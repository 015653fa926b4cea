"""Read a hospital's standard charges in CSV, tall or wide, line by line, as offers.

Cells may be parted by tabs or semicolons, and lines end as on any machine.
One row names facts about the file and the next gives them; a third names the columns. Tall
files have a row for each payer and plan, wide ones columns for each (CMS Hospital Price
Transparency CSV Data Dictionary v3.0; v2 files have the columns read here as well).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportkit.inputs import cells
from reportkit.inputs.csv_records import Record, records
from reportkit.inputs.known_files import recognised
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.rates_hospital import allowed_amounts, is_stated, offers
from reportkit.inputs.rates_hospital_columns import Columns, column_name, columns, shown
from reportkit.inputs.rates_offer import AllowedAmounts, Offer, OfferFile, code_meant, tally
from reportkit.inputs.rates_source import BUFFER, PriceSource
from reportkit.inputs.table import trimmed
from reportkit.inputs.text import decode_line

LONGEST_LINE = 1 << 23
"""Bytes; a wide file's header of some hundred plans has about 10^5."""
ROWS_BEFORE_HEADER = 20
"""How far down the names of the facts, and below them those of the columns, are looked for."""


def read_hospital_csv(source: PriceSource, codes: Collection[str]) -> OfferFile:
    """Offers for the wanted codes; LayoutError if the columns are not those of v2 or v3.

    A row that has more cells than the header is left out, and counted if a wanted code is in it;
    one that has fewer says nothing in those it leaves out.
    """
    rows = _rows(source)
    facts = _facts(source.file, rows)
    header = _header(rows)
    layout = columns(source.file, header.line, header.cells)
    counts: Counter[Offer] = Counter()
    allowed: dict[AllowedAmounts, None] = {}
    for row in rows:
        _refuse_cut_off(source.file, layout, row)
        item = layout.codes(row.cells)
        if not any(code_meant(code, codes) for _, code in item):
            continue
        for charge in layout.charges(item, row.cells):
            if is_stated(charge):
                offered = list(offers(charge, codes))
                if any(row.cells[layout.width :]):
                    offered = [replace(offer, outcome="too-many-cells") for offer in offered]
                else:
                    allowed.update(dict.fromkeys(allowed_amounts(charge, codes)))
                tally(source.file, counts, offered)
    name = f"hospital standard charges, {layout.name} CSV, version {facts.version}"
    return OfferFile(
        source.file,
        name,
        "hospital",
        facts.publisher,
        facts.updated,
        tuple(counts.items()),
        tuple(allowed),
        layout.unread,
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    updated: date
    version: str
    publisher: str


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: list[str]
    ends: bool
    """False for a last row without a line break."""


def _facts(file: str, rows: Iterator[_Row]) -> _Facts:
    """What the file says of itself: the row that begins with it, and the one below."""
    names: list[str] = []
    above: list[_Row] = []
    for row, _ in zip(rows, range(ROWS_BEFORE_HEADER), strict=False):
        above.append(row)
        names = [column_name(cell) for cell in row.cells]
        if "hospital_name" in names:
            break
    values = dict(zip(names, next(rows, _Row(2, [], True)).cells, strict=False))
    for name in ("hospital_name", "last_updated_on", "version"):
        if name not in values:
            raise _not_facts(file, name, above)
    version = values["version"]
    if not re.fullmatch(r"v?[23](\.\d+)*", version, re.IGNORECASE):
        hint = "give a file of CMS template version 2 or 3"
        raise LayoutError(file, 2, "version 2 or 3", version or "no version", hint)
    where = values.get("location_name") or values.get("hospital_location") or ""
    publisher = ", ".join(filter(None, dict.fromkeys((values["hospital_name"], where))))
    return _Facts(_date(file, values["last_updated_on"]), version, publisher)


def _not_facts(file: str, name: str, rows: Sequence[_Row]) -> LayoutError:
    """What to say of a file without a fact, and of one that is another known file."""
    known = recognised((row.cells for row in rows), "rates")
    if known is not None and known.command != "rates":
        return LayoutError(
            file, rows[0].line, "a hospital's standard charges", known.name, known.hint
        )
    hint = "give a hospital's standard charges in CMS's CSV template"
    line, found = (rows[0].line, rows[0].cells) if rows else (1, [])
    return LayoutError(file, line, f"{name} in the first row", shown(found), hint)


def _header(rows: Iterator[_Row]) -> Record:
    """The row that names the columns; the first one if none names a code."""
    first: _Row | None = None
    for row, _ in zip(rows, range(ROWS_BEFORE_HEADER), strict=False):
        first = first or row
        if any(column_name(cell) == "code|1" for cell in row.cells):
            return Record(row.line, row.cells)
    return Record(first.line, first.cells) if first else Record(3, [])


def _date(file: str, text: str) -> date:
    try:
        return cells.day("last_updated_on", text)
    except cells.BadCell:
        expected = "last_updated_on as YYYY-MM-DD or M/D/YYYY"
        raise LayoutError(file, 2, expected, text or "no date") from None


def _refuse_cut_off(file: str, layout: Columns, row: _Row) -> None:
    """A last row that is short and has no line break is where a download broke off."""
    if not row.ends and len(row.cells) < layout.width:
        found = f"{len(row.cells)} cells and the end of the file"
        hint = "fetch the file again; if it is whole, end it with a line break"
        raise LayoutError(file, row.line, f"{layout.width} cells", found, hint)


def _rows(source: PriceSource) -> Iterator[_Row]:
    """The rows that are not blank."""
    lines = _Lines(source)
    held: Record | None = None
    for record in records(lines, lines.delimiter):
        if held is not None:
            yield from _row(held, ends=True)
        held = record
    if held is not None:
        yield from _row(held, ends=lines.ended_well)


def _row(record: Record, *, ends: bool) -> Iterator[_Row]:
    cells = [trimmed(cell) for cell in record.cells]
    if any(cells):
        yield _Row(record.line, cells, ends)


class _Lines:
    """The lines of a file as text, and whether the last one given had its line break."""

    def __init__(self, source: PriceSource) -> None:
        self._source = source
        start = source.peek()
        self._is_of_returns = b"\r" in start and b"\n" not in start
        self._held = b""
        self.delimiter = _delimiter(start)
        self.ended_well = True

    def __iter__(self) -> Iterator[str]:
        number = 0
        while line := self._next():
            number += 1
            if len(line) >= LONGEST_LINE:
                expected = f"lines below {LONGEST_LINE} bytes"
                raise LayoutError(self._source.file, number, expected, "a longer one")
            self.ended_well = line.endswith((b"\n", b"\r"))
            yield decode_line(line)

    def _next(self) -> bytes:
        """The next line with its ending, or as much of it as is too long; empty at the end."""
        if not self._is_of_returns:
            return self._source.readline(LONGEST_LINE)
        while b"\r" not in self._held and len(self._held) < LONGEST_LINE:
            more = self._source.read(BUFFER)
            if not more:
                break
            self._held += more
        line, end, self._held = self._held.partition(b"\r")
        return line + end


def _delimiter(start: bytes) -> str:
    """What parts the names of the facts, which hold no such sign themselves."""
    lines = decode_line(start).splitlines()
    facts = next((line for line in lines if "hospital_name" in line.lower()), "")
    return max(",", "\t", ";", key=facts.count)
