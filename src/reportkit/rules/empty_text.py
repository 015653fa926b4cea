"""Rule: a text that holds no word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import rule
from reportkit.reading.placeholders import NO_CONTENT, NO_NAME
from reportkit.reading.text import worded_texts
from reportkit.workspace.passages import texts
from reportkit.workspace.publication import Publication

_WORD = re.compile(r"\w|\{\{")


@rule("error", "missing data", waivable=False)
def empty_text(publication: Publication) -> Iterator[Issue]:
    """A text is blank, prose holds only signs, or a name, a note or a step says nothing.

    Why:
        A key with a blank behind it passes for filled in. The page would show a heading or a
        cell with nothing in it, and no gap would be named. So would `n/a` in the place of a title.

    Bad:
        # summary
        relevance: " "

    Good:
        # summary
        relevance: A report of the code tells where the service was given.
    """
    for passage, is_prose in texts(publication):
        where = At(passage.key, passage.route)
        if not passage.text.strip():
            yield Issue(where, "the text is blank", "write the text")
        elif is_prose and not _WORD.search(passage.text):
            yield Issue(where, f"`{passage.text.strip()}` holds no word", "write the text")
    for text in worded_texts(publication):
        nothing = NO_CONTENT if text.prose else NO_NAME
        if text.plain.strip() and nothing.within(text.plain):
            yield Issue(
                text.at(0, len(text.plain)),
                f"`{text.plain.strip()}` says nothing",
                "write the text, or `null` where the key takes it",
            )
