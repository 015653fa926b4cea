"""Rule: a text longer than readers of its part take in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at, at_key
from reportkit.check.rule import rule
from reportkit.check.words import words
from reportkit.findings.place import Span
from reportkit.workspace.passages import Passage, passages
from reportkit.workspace.publication import Publication

_SUMMARY = 200
_PARAGRAPH = 110
_VIGNETTE = 110
_PARAGRAPHS = re.compile(r"(?:(?!\n[ \t]*\n).)+", re.DOTALL)


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
    texts = passages(publication)
    for passage in texts:
        yield from _paragraphs(passage)
    summary = sum(len(words(each.plain)) for each in texts if each.key == "summary")
    if summary > _SUMMARY:
        yield Issue(
            at("summary", "definition"),
            f"the summary has {summary} words in all; {_SUMMARY} are the most",
            "leave the details to the sections",
        )
    vignette = sum(
        len(words(each.plain))
        for each in texts
        if each.key == "clinical-context" and each.route[:1] == ("vignette",)
    )
    if vignette > _VIGNETTE:
        yield Issue(
            at_key("clinical-context", "vignette"),
            f"the vignette has {vignette} words in all; {_VIGNETTE} are the most",
            "move what is usual to the workflow",
        )


def _paragraphs(passage: Passage) -> Iterator[Issue]:
    for found in _PARAGRAPHS.finditer(passage.plain):
        count = len(words(found[0]))
        if count > _PARAGRAPH:
            yield Issue(
                At(passage.key, passage.route, Span(*found.span())),
                f"the paragraph has {count} words; {_PARAGRAPH} are the most",
                "split it with an empty line, or make it a list",
            )
