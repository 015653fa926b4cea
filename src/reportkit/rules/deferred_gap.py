"""Rule: a gap that is announced and put off."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import passage_rule
from reportkit.reading.gaps import IF_THERE, PUT_OFF
from reportkit.reading.text import Text
from reportkit.reading.wording import once_a_sentence, stretches


@passage_rule("error", "missing data")
def deferred_gap(text: Text) -> Iterator[Issue]:
    """A text promises to note later what is missing, or gives data `where available`.

    Why:
        Such a sentence tells readers that something is missing and leaves them to find out
        what. The gaps are known when the report is made, so they can be named. In clinical
        text `where available` is said of equipment and is left alone.

    Bad:
        # summary
        relevance: Missing items will be noted in specific sections.

    Good:
        # summary
        relevance: The note tells where the service was given.
    """
    wordings = PUT_OFF if text.key == "clinical-context" else (*PUT_OFF, *IF_THERE)
    for match, _ in once_a_sentence(text, stretches(text, wordings)):
        yield Issue(
            text.at(*match.span()),
            f"`{match[0]}` puts a gap off instead of naming it",
            "delete it; record what is missing under `missing:` in input.yaml",
        )
