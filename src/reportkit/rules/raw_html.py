"""Rule: HTML in the text."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.rule import Match, text_rule
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
    for span in html(text):
        yield Match(
            span,
            f"`{text.passage.text[span.start : span.end]}` is HTML and would be printed as it "
            "stands",
            "write plain text; `*word*` sets emphasis and an empty line starts a paragraph",
        )
