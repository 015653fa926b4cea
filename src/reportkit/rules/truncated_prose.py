"""Rule: text that breaks off, or leaves a bracket or quotation mark open."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.reading.layout import broken_off, unpaired_sign
from reportkit.reading.text import Text
from reportkit.source.references import BadReference

_LABELS = {"name"}


@passage_rule("error", "editorial leaks")
def truncated_prose(text: Text) -> Iterator[Issue]:
    """Prose breaks off before its end, or leaves a bracket or quotation mark open.

    Why:
        A text without its last stop has often lost more than the stop: a sentence, a
        condition, the part that matters. Nobody can tell from the page.

    Bad:
        # summary
        relevance: It tells where the service was given and

    Good:
        # summary
        relevance: It tells where the service was given.
    """
    if text.route and text.route[-1] in _LABELS:
        return
    last = broken_off(text)
    if last is not None and not _is_in_bad_reference(text, last):
        word = text.passage.text[last.start : last.end]
        yield Issue(
            At(text.key, text.route, last),
            f"the text ends with `{word}`, without a full stop",
            "finish the sentence; prose ends with a full stop, question or exclamation mark",
        )
    fault = unpaired_sign(text)
    if fault is not None:
        span, wrong = fault
        yield Issue(
            At(text.key, text.route, span),
            f"`{text.passage.plain[span.start]}` {wrong}",
            "write both signs of the pair, or none",
        )


def _is_in_bad_reference(text: Text, last: Span) -> bool:
    """Whether the end is within braces that are not closed, which is a fault of its own."""
    return any(
        isinstance(reference, BadReference) and reference.span.end >= last.end
        for reference in text.passage.references
    )
