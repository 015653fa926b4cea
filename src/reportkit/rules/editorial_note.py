"""Rule: a note of an editor or reviewer left in what is published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.rule import Match, text_rule
from reportkit.findings.place import Span

_NOTE = re.compile(
    r"\(\s*(?:note|n\.b\.|nb|ed(?:itor)?(?:'s|ial)?\.?(?: note)?)\s*:"
    r"|\[\s*(?:editor|ed\.|note|reviewer|author|internal|query)\b[^\]\n]*\]?"
    r"|(?:^|(?<=[.;!?(]\s)|(?<=[.;!?(]))(?:copy ?editor|editor|reviewer|author)(?:['’]s)?"
    r"(?: notes?| comments?| query)?\s*:"
    r"|\b(?:editor|reviewer|author)(?:['’]s)? (?:note|comment|query)\b"
    r"|\bnotes? to (?:the )?(?:editor|reviewer|author|self)\b",
    re.IGNORECASE | re.MULTILINE,
)


@text_rule("error", "editorial leaks", waivable=False)
def editorial_note(text: str) -> Iterator[Match]:
    """A note between editors stands in text that readers will see.

    Why:
        A note such as "(Note: ...)" tells a colleague what to do with the text. In print
        it tells readers that nobody did it.

    Bad:
        # summary
        relevance: "The code is used in offices (Note: check this with the payer)."

    Good:
        # summary
        relevance: The code is used in offices.
        notes: [Check the use in offices with the payer.]
    """
    for found in _NOTE.finditer(text):
        yield Match(
            Span(*found.span()),
            f"`{found[0]}` is a note between editors",
            "move the note to `notes:`, which is never published, or act on it",
        )
