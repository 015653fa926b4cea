"""Turn what a file names into the stretches that an editor colours, each by what is named there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lsprotocol.types import Position, SemanticTokensLegend

from reportkit.editor.lines import Lines
from reportkit.editor.names import Kind, Naming, namings, place_of
from reportkit.findings.place import Span
from reportkit.workspace.publication import Publication

TYPES: Final[dict[Kind, str]] = {
    "modifier": "enumMember",
    "payer": "class",
    "site": "namespace",
    "source": "property",
    "data": "variable",
    "text": "function",
    "statement": "function",
}
"""Kinds of what is named, by those of the protocol, which every editor has a colour for."""
_LISTED: Final = list(dict.fromkeys(TYPES.values()))

LEGEND: Final = SemanticTokensLegend(_LISTED, ["declaration"])
"""What the numbers of a token stand for; the row that provides what others name is declared."""


def highlights(publication: Publication, key: str, lines: Lines) -> list[int]:
    """The tokens of a file as the protocol counts them: five numbers each, from the one before."""
    numbers: list[int] = []
    last = Position(0, 0)
    for span, naming in _apart(publication, key):
        for part in _lines_of(span, lines.text):
            begun, ended = lines.position(part.start), lines.position(part.end)
            below = begun.line - last.line
            right = begun.character - (0 if below else last.character)
            length = ended.character - begun.character
            kind = _LISTED.index(TYPES[naming.kind])
            numbers += [below, right, length, kind, int(naming.is_row)]
            last = begun
    return numbers


Named = tuple[Span, Naming]
"""A stretch of a file, and what it names."""


def _apart(publication: Publication, key: str) -> Iterator[Named]:
    """What a file names, in the order written; where two overlap, the one that begins first.

    Words of a sentence that a reference prints stand where the reference does, and yield to it.
    """
    here = (naming for naming in namings(publication) if naming.at.key == key)
    placed = [(place_of(publication, naming).span, naming) for naming in here]
    end = 0
    for span, naming in sorted(placed, key=lambda one: (one[0].start, one[1].in_words)):
        if span.start >= end:
            yield span, naming
            end = span.end


def _lines_of(span: Span, text: str) -> Iterator[Span]:
    """The parts of a stretch that stand on a line each: no token may go beyond its line."""
    begun = span.start
    for line in text[span.start : span.end].splitlines(keepends=True):
        words = line.strip()
        if words:
            start = begun + line.index(words)
            yield Span(start, start + len(words))
        begun += len(line)
