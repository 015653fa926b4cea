"""Find the figures that authors typed into the prose of a publication, with their grounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from reportkit.check.grounds import Entry, ledger
from reportkit.reading.codes import code_mentions
from reportkit.reading.modifiers import modifier_mentions
from reportkit.reading.text import Text, section_texts
from reportkit.workspace.publication import Publication
from reportkit.workspace.typed_figures import Basis, TypedFigure, TypedFigures


@lru_cache(maxsize=4)
def typed_figures(publication: Publication) -> TypedFigures:
    """The figures typed into the sections; codes, modifiers and the numbers of lists are none.

    Raises Unavailable if the input or the report is faulty.
    """
    entries: dict[Text, list[Entry]] = {}
    for entry in ledger(publication):
        entries.setdefault(entry.text, []).append(entry)
    return {
        text.passage.text.strip(): figures
        for text in section_texts(publication)
        if (figures := tuple(_figures(text, entries.get(text, []))))
    }


def _figures(text: Text, entries: list[Entry]) -> Iterator[TypedFigure]:
    named = (
        *((code.start, code.end) for code in code_mentions(text)),
        *((modifier.start, modifier.end) for modifier in modifier_mentions(text)),
    )
    taken = {at for start, end in named for at in range(start, end)}
    typed = text.passage.text
    blank = len(typed) - len(typed.lstrip())
    for match in _FIGURE.finditer(text.plain):
        if taken.isdisjoint(range(*match.span())):
            span = text.source(*match.span())
            basis, what = _basis(text, match.start(), entries)
            yield TypedFigure(span.start - blank, span.end - blank, basis, what)


def _basis(text: Text, at: int, entries: list[Entry]) -> tuple[Basis | None, str]:
    """The ground in the ledger of the sentence at an offset, or a source that it cites."""
    for entry in entries:
        if entry.ground is not None and entry.sentence.holds(at):
            kind = entry.ground.kind
            if kind == "generated":
                return "bound", entry.ground.what
            return kind, entry.ground.what
    cited = text.cites(text.sentence(at))
    return ("cited", cited[0]) if cited else (None, "")


_FIGURE: Final = re.compile(
    r"(?<![\w.$-])(?!^\d{1,3}[.)]\s)\$?\d[\d,]*(?:\.\d+)?(?:%|(?![\w%])(?!-\w))", re.MULTILINE
)
"""A number in digits, with its sign of money or percent, that is no number of a list."""
