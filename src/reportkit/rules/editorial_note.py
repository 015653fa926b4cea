"""Rule: a note of an editor or reviewer left in what is published."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.rule import Match, text_rule
from reportkit.reading.notes import NOTES
from reportkit.reading.text import Text
from reportkit.reading.wording import stretches


@text_rule("error", "editorial leaks", waivable=False)
def editorial_note(text: Text) -> Iterator[Match]:
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
    for match in stretches(text, NOTES):
        yield Match(
            text.source(*match.span()),
            f"`{match[0]}` is a note between editors",
            "move the note to `notes:`, which is never published, or act on it",
        )
