"""Rule: a text longer than readers of its part take in."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at, at_key
from reportkit.check.rule import rule
from reportkit.check.words import words
from reportkit.reading.layout import paragraphs
from reportkit.reading.text import Text, prose_texts
from reportkit.workspace.publication import Publication

_SUMMARY = 200
_PARAGRAPH = 110
_VIGNETTE = 110


@rule("warning", "structure")
def overlong_text(publication: Publication) -> Iterator[Issue]:
    """A summary, vignette or paragraph is longer than its budget.

    Why:
        A summary that has to be summarised is not read. Budgets are 200 words for the
        summary and 110 for the vignette and for each paragraph; a value counts as one word.

    Bad:
        # summary
        relevance: |
          One two three four five six seven eight nine ten one two three four five six seven.
          One two three four five six seven eight nine ten one two three four five six seven.
          One two three four five six seven eight nine ten one two three four five six seven.
          One two three four five six seven eight nine ten one two three four five six seven.
          One two three four five six seven eight nine ten one two three four five six seven.
          One two three four five six seven eight nine ten one two three four five six seven.
          One two three four five six seven eight nine ten one two three four five six seven.

    Good:
        # summary
        relevance: One two three four five six seven eight nine ten.
    """
    texts = prose_texts(publication)
    for text in texts:
        yield from _paragraphs(text)
    summary = sum(len(words(text.plain)) for text in texts if text.key == "summary")
    if summary > _SUMMARY:
        yield Issue(
            at("summary", "definition"),
            f"the summary has {summary} words in all; {_SUMMARY} are the most",
            "leave the details to the sections",
        )
    vignette = sum(
        len(words(text.plain))
        for text in texts
        if text.key == "clinical-context" and text.route[:1] == ("vignette",)
    )
    if vignette > _VIGNETTE:
        yield Issue(
            at_key("clinical-context", "vignette"),
            f"the vignette has {vignette} words in all; {_VIGNETTE} are the most",
            "move what is usual to the workflow",
        )


def _paragraphs(text: Text) -> Iterator[Issue]:
    for span in paragraphs(text):
        count = len(words(text.passage.plain[span.start : span.end]))
        if count > _PARAGRAPH:
            yield Issue(
                At(text.key, text.route, span),
                f"the paragraph has {count} words; {_PARAGRAPH} are the most",
                "split it with an empty line, or make it a list",
            )
