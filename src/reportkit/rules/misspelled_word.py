"""Rule: a misspelled word."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Fix, Issue
from reportkit.check.rule import rule
from reportkit.reading.spelling import misspellings
from reportkit.reading.text import worded_texts
from reportkit.workspace.publication import Publication


@rule("warning", "style")
def misspelled_word(publication: Publication) -> Iterator[Issue]:
    """A word is misspelled.

    Why:
        A misspelling hides a word from search and from every rule that reads it, and readers
        take it as a sign of how the rest was checked. Words of the house stand in
        report/words.txt, one a line.

    Bad:
        # summary
        relevance: Each side is on a seperate line.

    Good:
        # summary
        relevance: Each side is on a separate line.
    """
    known = publication.words
    if known is None or not publication.project.language.startswith("en"):
        return
    for text in worded_texts(publication):
        for misspelling in misspellings(text, known):
            meant = misspelling.meant
            yield Issue(
                text.at(misspelling.start, misspelling.end),
                f"`{misspelling.word}` is misspelled",
                f"write {' or '.join(meant[:4])}, or add the word to report/words.txt",
                fix=Fix(_like(misspelling.word, meant[0])) if len(meant) == 1 else None,
            )


def _like(typed: str, meant: str) -> str:
    """The right word with the capital of the one typed."""
    return meant[0].upper() + meant[1:] if typed[0].isupper() else meant
