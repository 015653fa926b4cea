"""Turn offsets of a text into the positions an editor counts, and back.

An editor counts lines from 0, and columns in units of the encoding that it has agreed upon with
the server: most count UTF-16, where a sign beyond U+FFFF is two.
"""

from __future__ import annotations

from dataclasses import dataclass

from lsprotocol.types import Position, Range
from pygls.workspace import PositionCodec

from reportkit.findings.place import Span, line_and_column, line_span


@dataclass(frozen=True, slots=True)
class Lines:
    """A text with the way its columns are counted."""

    text: str
    codec: PositionCodec

    def position(self, offset: int) -> Position:
        """Where a character of the text stands."""
        line, column = line_and_column(self.text, offset)
        before = self.text[offset - column + 1 : offset]
        return Position(line - 1, self.codec.client_num_units(before))

    def range(self, span: Span) -> Range:
        """Where a stretch of the text stands."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """Which character stands at a position; the end of the line, or of the text, at most."""
        line = line_span(self.text, position.line + 1)
        if line is None:
            return len(self.text)
        left = position.character
        for offset in range(line.start, line.end):
            if left <= 0:
                return offset
            left -= self.codec.client_num_units(self.text[offset])
        return line.end

    def whole(self) -> Range:
        """All of the text."""
        return self.range(Span(0, len(self.text)))
