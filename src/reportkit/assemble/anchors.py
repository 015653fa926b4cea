"""Give every part of a document an anchor that no other part has.

An anchor is made of what tells a row from the others of its list, so that it stays the same when
rows come and go. Different rows may still come to the same one, as `A b` and `a-b` do, or to that
of a table: then the later row gets a number.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, count

from reportkit.assemble.document import (
    Block,
    Bullets,
    Callout,
    Facts,
    Paragraph,
    Row,
    Section,
    Steps,
    Table,
)

_FIXED = ("content", "contents", "document-control")
"""Anchors of the page itself."""
_DERIVED = ("", "-heading", "-caption", "-label")
"""What the templates add to an anchor."""


def distinct(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with each anchor used once; only where two were alike one is changed."""
    return _Anchors().all_distinct(sections)


class _Anchors:
    """The anchors that are taken; what is set first keeps its own."""

    def __init__(self) -> None:
        self._taken = set(_FIXED)

    def all_distinct(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        """Sections and blocks first, as much refers to them; rows after all of them."""
        return tuple(map(self._rows_distinct, [self._section(section) for section in sections]))

    def _section(self, section: Section) -> Section:
        own = self._free(section.id)
        blocks = tuple(self._block(block) for block in section.blocks)
        inner = tuple(self._section(subsection) for subsection in section.subsections)
        return replace(section, id=own, blocks=blocks, subsections=inner)

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph() | Bullets() | Steps():
                return block
            case Callout():
                parts = tuple(self._fact_list(part) for part in block.blocks)
                return replace(block, id=self._free(block.id), blocks=parts)
            case _:
                return replace(block, id=self._free(block.id))

    def _fact_list(self, part: Paragraph | Facts) -> Paragraph | Facts:
        return replace(part, id=self._free(part.id)) if isinstance(part, Facts) else part

    def _rows_distinct(self, section: Section) -> Section:
        blocks = tuple(map(self._table_distinct, section.blocks))
        inner = tuple(self._rows_distinct(subsection) for subsection in section.subsections)
        return replace(section, blocks=blocks, subsections=inner)

    def _table_distinct(self, block: Block) -> Block:
        if not isinstance(block, Table):
            return block
        return replace(block, rows=tuple(self._row(row) for row in block.rows))

    def _row(self, row: Row) -> Row:
        return replace(row, id=self._free(row.id))

    def _free(self, wanted: str) -> str:
        """The anchor wanted, or the same with the first number that makes it free."""
        numbered = (f"{wanted}-{number}" for number in count(2))
        chosen = next(name for name in chain((wanted,), numbered) if name not in self._taken)
        self._taken.update(f"{chosen}{ending}" for ending in _DERIVED)
        return chosen
