"""Rule: Markdown that prose does not have: headings, tables, images, quotes, rules, fences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import Passage

_KINDS = (
    ("a heading", re.compile(r"^[ \t]*#{1,6}[ \t]+\S.*$", re.MULTILINE)),
    ("a table", re.compile(r"^[^\n|]*\|[^\n|]*\|[^\n]*$", re.MULTILINE)),
    ("an image", re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")),
    ("a quotation", re.compile(r"^[ \t]*>[ \t]+\S.*$", re.MULTILINE)),
    ("a code fence", re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE)),
    ("a rule", re.compile(r"^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$", re.MULTILINE)),
)


@passage_rule("error", "editorial leaks")
def unsupported_markup(passage: Passage) -> Iterator[Issue]:
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
    for kind, pattern in _KINDS:
        for found in pattern.finditer(passage.plain):
            yield Issue(
                At(passage.key, passage.route, Span(*found.span())),
                f"`{_short(found[0].strip())}` is {kind}, which prose cannot have",
                "write it as sentences or as a list; tables and headings are made from the data",
            )


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37]}..."
