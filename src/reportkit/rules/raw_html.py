"""Rule: HTML in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.rule import Match, text_rule
from reportkit.findings.place import Span

_HTML = re.compile(
    r"</?(?:a|abbr|b|blockquote|br|button|code|div|em|font|form|h[1-6]|head|hr|html|i|iframe"
    r"|img|input|li|ol|p|pre|s|script|section|small|span|strong|style|sub|sup|svg|table|tbody"
    r"|td|th|thead|tr|u|ul)(?:\s+[\w-]+=[^<>]*)?\s*/?>"
    r"|<!--|&(?:nbsp|lt|gt|amp|quot|apos|mdash|ndash|#\d{2,6}|#x[0-9a-f]{2,6});",
    re.IGNORECASE,
)


@text_rule("error", "editorial leaks")
def raw_html(text: str) -> Iterator[Match]:
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
    for found in _HTML.finditer(text):
        yield Match(
            Span(*found.span()),
            f"`{found[0]}` is HTML and would be printed as it stands",
            "write plain text; `*word*` sets emphasis and an empty line starts a paragraph",
        )
