"""Rule: a sentence of more than 30 words."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import passage_rule
from reportkit.check.words import words
from reportkit.reading.text import Text

_MOST = 30


@passage_rule("warning", "style")
def long_sentence(passage: Text) -> Iterator[Issue]:
    """A sentence has more than 30 words.

    Why:
        Readers of instructions lose the thread in a long sentence and act on half of it.
        Plain language keeps the average under 20 words; a value from the data counts as one.

    Bad:
        # summary
        relevance: >
          The code is used in offices and in surgery centers and in outpatient departments of
          hospitals and in clinics of all kinds, and each of them has rates, rules, forms and
          habits of its own.

    Good:
        # summary
        relevance: The code is used in offices and in surgery centers. Each has its own rates.
    """
    for sentence in passage.sentences:
        count = len(words(passage.plain[sentence.start : sentence.end]))
        if count > _MOST:
            yield Issue(
                passage.at(sentence.start, sentence.end),
                f"the sentence has {count} words; {_MOST} are the most",
                "split it, or make it a list",
            )
