"""Rule: a bullet with nothing behind it."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.reading.layout import empty_items
from reportkit.reading.text import Text


@passage_rule("error", "editorial leaks")
def empty_list_item(text: Text) -> Iterator[Issue]:
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
    for span in empty_items(text):
        bullet = text.passage.plain[span.start : span.end]
        yield Issue(
            At(text.key, text.route, span),
            f"`{bullet}` starts a list item that is empty",
            "put the item's text behind the bullet, or delete the bullet",
        )
