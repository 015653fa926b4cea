"""Rule: text that stands in for something still to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.rule import Match, text_rule
from reportkit.findings.place import Span

_PLACEHOLDER = re.compile(
    r"\b(?:TO" + r"DO|TBD|TBC|TBA|FIX" + r"ME|TKTK)\b"
    r"|\bX{4,}\b|\bXXX\b"
    r"|\?{3,}|_{4,}"
    r"|(?i:\blorem ipsum\b)"
    r"|(?<![\d.])9{7,}(?!\d)"
    r"|[\[<](?i:insert|placeholder|your|fill in)\b[^\]>\n]*[\]>]"
    r"|(?i:\bto be (?:added|written|completed|filled in|supplied)(?: later)?(?=[.;)]|$))"
)


@text_rule("error", "editorial leaks", waivable=False)
def placeholder_text(text: str) -> Iterator[Match]:
    """The text holds a placeholder.

    Why:
        A placeholder is a promise between colleagues. In a publication it shows that the
        text was never finished, and a row of nines can be taken for an amount.

    Bad:
        # summary
        relevance: The code is used in TBD.

    Good:
        # summary
        relevance: The code is used in offices.
    """
    for found in _PLACEHOLDER.finditer(text):
        if found[0] == "XXX" and _is_global_period(text, found.start()):
            continue
        yield Match(
            Span(*found.span()),
            f"`{found[0]}` stands in for text that is not written",
            "write the text, or record what is missing under `missing:` in input.yaml",
        )


def _is_global_period(text: str, start: int) -> bool:
    """XXX is also a value of the fee schedule's global period."""
    return "global" in text[max(0, start - 80) : start].lower()
