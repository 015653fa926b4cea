"""Put prose into the fields that headings and labels name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reportkit.legacy.outline import Entry
from reportkit.legacy.parts import FIELD_OF
from reportkit.legacy.sheet import Sheet, chunks


def put_named(entries: Sequence[Entry], sheet: Sheet) -> None:
    """Put each block into the field of its part; a part without one is left to its section."""
    for part, group in groupby(entries, key=lambda entry: entry.part):
        if part not in FIELD_OF or part is None:
            continue
        file, route = FIELD_OF[part]
        together = list(group)
        for piece in chunks(together):
            sheet.put(file, route, piece.text, piece.where)
        for entry in together:
            if entry.by == "hint":
                where = entry.block.where
                reason = f"{where} of the old report was taken for this by a word of its heading"
                sheet.guess(file, route, reason, where)
