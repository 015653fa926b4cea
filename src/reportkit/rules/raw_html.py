"""Rule: HTML in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from reportkit.check.issue import Fix
from reportkit.check.rule import Match, text_rule
from reportkit.findings.place import Span
from reportkit.reading.layout import html
from reportkit.reading.text import Text


@text_rule("error", "editorial leaks")
def raw_html(text: Text) -> Iterator[Match]:
    """The text holds a tag or an entity of HTML.

    Why:
        Prose is set without HTML, so a tag comes out as letters on the page and in what a
        screen reader says.

    Bad:
        # summary
        relevance: The code is used<br>in offices.

    Good:
        # summary
        relevance: The code is used in offices.
    """
    typed = text.passage.text
    spans = [*html(text)]
    marks = dict(_emphasis(typed, spans))
    for span in spans:
        plain = marks.get(span) or _ENTITIES.get(typed[span.start : span.end])
        yield Match(
            span,
            f"`{text.passage.text[span.start : span.end]}` is HTML and would be printed as it "
            "stands",
            "write plain text; `*word*` sets emphasis and an empty line starts a paragraph",
            Fix(plain) if plain else None,
        )


_ENTITIES: Final = {"&nbsp;": " ", "&mdash;": "—", "&ndash;": "–"}
"""Entities for what may stand in any text as it is."""
_MARKS: Final = {"b": "**", "strong": "**", "i": "*", "em": "*"}


def _emphasis(typed: str, spans: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Tags that set emphasis on words between them, with the signs of Markdown that do."""
    for opened, closed in pairwise(spans):
        name = typed[opened.start + 1 : opened.end - 1].lower()
        words = typed[opened.end : closed.start]
        is_pair = typed[closed.start : closed.end].lower() == f"</{name}>"
        if name in _MARKS and is_pair and words.strip() == words and not _SIGNS & set(words):
            yield opened, _MARKS[name]
            yield closed, _MARKS[name]


_SIGNS: Final = frozenset("*_`\\\n")
"""What would make other markup of the signs beside it."""
