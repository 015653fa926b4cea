"""Rule: a sentence that says that data is missing and does not say which."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.rule import Match, text_rule
from reportkit.findings.place import Span

_ABSENT = r"(?:available|provided|specified|given|included|supplied|present|listed)"
_SOURCE = (
    r"(?:input|prompt|context|provided\s+(?:data|input|context|list|information)|data\s?set"
    r"|source\s+data|data\s+provided)"
)
_START = r"(?:(?<![^\n])|(?<=[.!?:;]\s)|(?<=[-*•]\s))(?=[A-Z])"
_END = r"\s*(?:[.;!]|\Z|\n\s*\n)"
_ADJECTIVES = (
    r"(?:(?i:the|this|these|some|any|all|additional|further|specific|certain|relevant|detailed"
    r"|other|required|necessary)\s+)*"
)
_THING = r"(?i:data|information|details?)"
_WHEN = (
    r"(?:\s+(?:at\s+this\s+time|here|yet|currently"
    r"|for\s+this\s+(?:code|section|report|service|procedure|field)))?"
)
_GENERIC = re.compile(
    rf"(?:\b(?:{_THING}\s+(?:is\s+|are\s+|was\s+|were\s+)?)?"
    rf"(?i:not\s+{_ABSENT}\s+in\s+(?:the|this)\s+{_SOURCE})\b)"
    rf"|{_START}{_ADJECTIVES}{_THING}\s+(?:(?:is|are|was|were)\s+)?(?:currently\s+)?"
    rf"(?:not\s+{_ABSENT}|unavailable|missing){_WHEN}(?={_END})"
    rf"|{_START}No\s+{_ADJECTIVES}{_THING}\s+(?:(?:is|are|was|were)\s+)?"
    rf"(?:currently\s+)?{_ABSENT}{_WHEN}(?={_END})"
    r"|\A\s*(?:[Nn]/?[Aa]|Not\s+(?:available|applicable|provided|specified)|None(?:\s+provided)?"
    r"|Unknown|No\s+data)\.?\s*\Z"
)


@text_rule("error", "missing data", waivable=False)
def generic_missing_data(text: str) -> Iterator[Match]:
    """A sentence says that data is not available and does not name it.

    Why:
        A gap helps nobody unless the reader knows what is missing, why, and who could supply
        it. The record under `missing:` says all three, and the publication prints it where
        the data would have stood.

    Bad:
        # summary
        relevance: Data not available in the input.

    Good:
        # summary
        relevance: A claim is denied when the size of the lesion is not included in the note.
    """
    for found in _GENERIC.finditer(text):
        said = " ".join(found[0].split())
        yield Match(
            Span(*found.span()),
            f"`{said}` does not say what is missing",
            "delete the sentence and record the gap under `missing:` in input.yaml",
        )
