"""Rule: a space where none belongs."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Fix, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.reading.layout import stray_spaces
from reportkit.reading.text import Text


@passage_rule("info", "style")
def stray_space(text: Text) -> Iterator[Issue]:
    """Two spaces stand between words, or one before a comma or a full stop.

    Why:
        A stray space is left where words were taken out, and is a place to read again. In print
        it tears a hole into the line.

    Bad:
        # summary
        relevance: The site decides the rate , and the side is named.

    Good:
        # summary
        relevance: The site decides the rate, and the side is named.
    """
    for start, end, right in stray_spaces(text.passage.text):
        yield Issue(
            At(text.key, text.route, Span(start, end)),
            "a space too many",
            "take it out",
            fix=Fix(right),
        )
