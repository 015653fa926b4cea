"""Rule: text that speaks of the input, the prompt or the rules it was written by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.rule import Match, text_rule
from reportkit.findings.place import Span

_TALK = re.compile(
    r"\b(?:in|from|per|by|of|on) the (?:input\b(?! (?:port|voltage|field))"
    r"|prompt(?=\s*(?:[.,;:)]|$)|\s+(?:above|below|is|was|and|or)\b)"
    r"|provided (?:list|data|context|input|modifiers|information)\b)"
    r"|\binput provided\b|\bprovided input\b"
    r"|\bsee (?:the )?rules?\b(?: about using only provided\b)?"
    r"|\brules? about (?:using|only|the use of)\b"
    r"|\busing only (?:the )?provided\b"
    r"|\b(?:this|the) row is (?:therefore )?omitted\b"
    r"|\bas an? (?:ai|language model)\b|\b(?:large )?language model\b",
    re.IGNORECASE,
)


@text_rule("error", "editorial leaks", waivable=False)
def pipeline_talk(text: str) -> Iterator[Match]:
    """The text speaks of the input, the prompt or the rules it was written by.

    Why:
        Readers know nothing of how a report is made. A sentence about the input tells
        them that nobody read the page before it went out.

    Bad:
        # summary
        relevance: The modifiers in the provided list are shown below.

    Good:
        # summary
        relevance: The modifiers of the code are shown below.
    """
    for found in _TALK.finditer(text):
        yield Match(
            Span(*found.span()),
            f"`{found[0]}` speaks of how the report is made",
            "say it about the code, or record the gap under `missing:` in input.yaml",
        )
