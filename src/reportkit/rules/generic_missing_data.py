"""Rule: a sentence that says that data is missing and does not say which."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import passage_rule
from reportkit.reading.gaps import NAMELESS, UNRECORDED
from reportkit.reading.text import Text
from reportkit.reading.wording import once_a_sentence, stretches


@passage_rule("error", "missing data", waivable=False)
def generic_missing_data(text: Text) -> Iterator[Issue]:
    """A sentence says that data is not available and does not name it.

    Why:
        A gap helps nobody unless the reader knows what is missing, why, and who could supply
        it. The record under `missing:` says all three, and the publication prints it where
        the data would have stood. What is not known of the patient of a case is no gap.

    Bad:
        # summary
        relevance: Data not available in the input.

    Good:
        # summary
        relevance: A claim is denied when the size of the lesion is not included in the note.
    """
    of_case = text.key == "clinical-context" and text.route[0] == "vignette"
    wordings = NAMELESS if of_case else (*NAMELESS, *UNRECORDED)
    unconditional = (
        match
        for match in stretches(text, wordings)
        if text.polarity(*match.span()) != "conditional"
    )
    for match, _ in once_a_sentence(text, unconditional):
        yield Issue(
            text.at(*match.span()),
            f"`{match[0]}` does not say what is missing",
            "delete the sentence and record the gap under `missing:` in input.yaml",
        )
