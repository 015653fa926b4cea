"""Rule: Markdown that prose does not have: headings, tables, images, quotes, rules, fences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportkit.check.issue import At, Fix, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.reading.layout import foreign_markup
from reportkit.reading.text import Text


@passage_rule("error", "editorial leaks")
def unsupported_markup(text: Text) -> Iterator[Issue]:
    """Prose holds Markdown that a publication does not set.

    Why:
        Prose has paragraphs, emphasis, lists and links. Headings and tables come from the
        sections themselves; anything else comes out as the signs it is made of.

    Bad:
        # summary
        relevance: "# Relevance"

    Good:
        # summary
        relevance: The code is used in *offices*.
    """
    for kind, span in foreign_markup(text):
        typed = text.passage.plain[span.start : span.end]
        is_bullet = kind == "a bullet"
        begun = span.start + len(typed) - len(typed.lstrip())
        yield Issue(
            At(text.key, text.route, Span(begun, begun + 1) if is_bullet else span),
            f"`{_short(typed.strip())}` is {kind}, which prose cannot have",
            _HINTS.get(kind, _HINT),
            fix=Fix("-") if is_bullet and _ONE_ITEM.fullmatch(typed) else None,
        )


_ONE_ITEM: Final = re.compile(r"\s*\W[ \t][^•‣◦▪●]*")
"""A bullet with one item behind it; several on a line are no list in Markdown."""
_HINT: Final = "write it as sentences or as a list; tables and headings are made from the data"
_HINTS: Final = {
    "a mark of a note": "cite a source that is listed in report.yaml: `[@id]`",
    "a bullet": "begin each item of a list with `- `, on a line of its own below `|`",
}


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37]}..."
