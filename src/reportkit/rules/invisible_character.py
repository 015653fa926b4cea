"""Rule: a character that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reportkit.check.issue import At, Fix, Issue
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.model.invisible import INVISIBLE
from reportkit.reading.text import printed_texts
from reportkit.workspace.publication import Publication

_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MOST_SHOWN = 40
"""Characters shown on each side of it at most."""


@rule("error", "editorial leaks")
def invisible_character(publication: Publication) -> Iterator[Issue]:
    r"""The text holds a character that cannot be seen.

    Why:
        Characters without width come along when text is copied from a web page or a PDF. A
        code with one inside is not found by a search and is refused when it is pasted into a
        claim, and characters that turn the direction of writing make a text read otherwise
        than it was checked.

    Bad:
        # summary
        relevance: "The code 575\u200B11 is used in offices."

    Good:
        # summary
        relevance: The code 57511 is used in offices.
    """
    for passage in printed_texts(publication):
        for match in INVISIBLE.finditer(passage.passage.text):
            yield Issue(
                At(passage.key, passage.route, Span(*match.span())),
                f"{_names(match[0])} stands unseen{_within(passage.passage.text, match)}",
                "delete it; it turns the direction in which text is read"
                if not _TURNING.isdisjoint(match[0])
                else "delete it",
                # What Python takes for white space has no exact place in the source.
                fix=None if any(char.isspace() for char in match[0]) else Fix(""),
            )


def _names(run: str) -> str:
    named = (f"U+{ord(char):04X} {unicodedata.name(char, 'CONTROL')}" for char in run)
    return ", ".join(dict.fromkeys(named))


def _within(text: str, match: re.Match[str]) -> str:
    """The word it stands in or beside, as it looks."""
    left = text[max(0, match.start() - _MOST_SHOWN) : match.start()].split(" ")[-1]
    right = text[match.end() : match.end() + _MOST_SHOWN].split(" ")[0]
    word = INVISIBLE.sub("", left + right).strip()
    return f" in `{word}`" if word else ""
