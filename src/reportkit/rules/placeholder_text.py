"""Rule: text that stands in for something still to be written."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.rule import Match, text_rule
from reportkit.reading.placeholders import PLACEHOLDERS
from reportkit.reading.text import Text
from reportkit.reading.wording import stretches


@text_rule("error", "editorial leaks", waivable=False)
def placeholder_text(text: Text) -> Iterator[Match]:
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
    for match in stretches(text, PLACEHOLDERS):
        if match[0] == "XXX" and _is_global_period(text.plain, match.start()):
            continue
        yield Match(
            text.source(*match.span()),
            f"`{match[0]}` stands in for text that is not written",
            "write the text, or record what is missing under `missing:` in input.yaml",
        )


def _is_global_period(text: str, start: int) -> bool:
    """XXX is also a value of the fee schedule's global period."""
    return "global" in text[max(0, start - 80) : start].lower()
