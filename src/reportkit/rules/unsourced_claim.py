"""Rule: a claim about how usual something is, without a source."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import passage_rule
from reportkit.reading.claims import FREQUENCY, OF_BODY, OF_PRACTICE, TREND
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text
from reportkit.reading.wording import once_a_sentence, stretches


@passage_rule("warning", "provided data")
def unsourced_claim(text: Text) -> Iterator[Issue]:
    """A sentence says how common, typical or increasing something is, and cites nothing.

    Why:
        Readers take such a sentence as a finding. It needs a source in the same sentence, or
        a value of the data. The made-up case and the revision history are not read.

    Bad:
        # summary
        relevance: The service is commonly given in the office.

    Good:
        # summary
        relevance: The service is commonly given in the office [@manual].
    """
    if text.key == "report" or text.route[:1] == ("vignette",):
        return
    for match, sentence in once_a_sentence(text, stretches(text, FREQUENCY)):
        if text.cites(sentence) or text.bound(sentence) or _is_measured(match[0], sentence):
            continue
        yield Issue(
            text.at(*match.span()),
            f"`{match[0]}` is a claim without a source",
            "cite a source in the sentence as `[@id]`, or say it without the claim",
        )


def _is_measured(claim: str, sentence: Sentence) -> bool:
    """Whether what has risen or fallen is measured of a patient: `the heart rate is rising`."""
    of_patient = OF_BODY.within(sentence.text) and not OF_PRACTICE.within(sentence.text)
    return bool(of_patient and TREND.within(claim))
