"""Rule: a bullet with nothing behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import Passage

_EMPTY = re.compile(r"^[ \t]*([-*+•‣◦–]|\d{1,3}[.)])[ \t]*$", re.MULTILINE)


@passage_rule("error", "editorial leaks")
def empty_list_item(passage: Passage) -> Iterator[Issue]:
    """A list has an item without text.

    Why:
        A bullet cut off from its text is printed as an empty item, and the text behind it
        loses its place in the list.

    Bad:
        # summary
        relevance: |
          -
          It tells where the service was given.

    Good:
        # summary
        relevance: |
          - It tells where the service was given.
    """
    for found in _EMPTY.finditer(passage.plain):
        yield Issue(
            At(passage.key, passage.route, Span(*found.span(1))),
            f"`{found[1]}` starts a list item that is empty",
            "put the item's text behind the bullet, or delete the bullet",
        )
