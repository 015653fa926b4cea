"""Rule: a word that stands twice in a row."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Fix, Issue
from reportkit.check.rule import rule
from reportkit.reading.doubled import doubled_words
from reportkit.reading.text import worded_texts
from reportkit.workspace.publication import Publication


@rule("warning", "style")
def repeated_word(publication: Publication) -> Iterator[Issue]:
    """A word stands twice in a row.

    Why:
        A doubled word is the mark of a sentence that was edited and not read again.

    Bad:
        # summary
        relevance: The code is used in the the office.

    Good:
        # summary
        relevance: The code is used in the office.
    """
    for text in worded_texts(publication):
        for word, start, end in doubled_words(text):
            yield Issue(
                text.at(start, end),
                f"`{text.plain[start : start + 2 * len(word) + 1]}` says a word twice",
                f"write `{word}` once",
                fix=Fix(text.plain[start : start + len(word)]),
            )
