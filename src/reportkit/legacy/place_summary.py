"""Place the prose of the summary: by its headings, and where it has none by its order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportkit.legacy.outline import Entry
from reportkit.legacy.parts import FIELD_OF
from reportkit.legacy.prose import put_named
from reportkit.legacy.sheet import Chunk, Sheet, chunks
from reportkit.legacy.words import sentences

FILE: Final = "summary"


def place_summary(entries: Sequence[Entry], sheet: Sheet) -> None:
    """First sentence to `definition`, last paragraph to `importance`, the rest between them."""
    put_named(entries, sheet)
    pieces = list(chunks(entry for entry in entries if entry.part not in FIELD_OF))
    if not pieces:
        return
    first, *rest = pieces
    opening, *others = sentences(first.text) if len(first.blocks) == 1 else [first.text]
    _by_order("definition", Chunk(opening, first.where, ()), sheet)
    last: Chunk | None = rest.pop() if rest else None
    if last is None and len(others) > 1:
        last = Chunk(others.pop(), first.where, ())
    if others:
        _by_order("relevance", Chunk(" ".join(others), first.where, ()), sheet)
    for piece in rest:
        _by_order("relevance", piece, sheet)
    if last is not None:
        missing = (FILE, ("relevance",)) not in sheet.fields
        _by_order("relevance" if missing else "importance", last, sheet)


def _by_order(key: str, piece: Chunk, sheet: Sheet) -> None:
    sheet.put(FILE, (key,), piece.text, piece.where)
    sheet.guess(FILE, (key,), f"`{key}` was filled by the order of the sentences", piece.where)
