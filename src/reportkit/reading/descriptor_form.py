"""Find sentences in the form in which a code book describes its codes, and nobody writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording


@once_for_each_text
def descriptor_forms(text: Text) -> Iterator[Sentence]:
    """Sentences without a verb that qualify a procedure behind a semicolon or by a note of the book."""
    if ";" not in text.plain and "(" not in text.plain:
        return
    for sentence in text.sentences:
        long = sentence.text.count(" ") >= _LEAST - 1 or _HEADED.within(sentence.text) is not None
        if long and _MARKS.within(sentence.text) and not _VERBS.within(sentence.text):
            yield sentence


_LEAST: Final = 8
"""Words from which on such a form is no note of the author's own."""
_MARKS: Final = Wording(
    r"; (?:with(?:out)?|each|including|initial|subsequent|first|single|multiple|complete|limited|unilateral|bilateral|simple|intermediate|complex|extensive"
    r"|diagnostic|therapeutic|requiring|not requiring|\d|one|two|three|four|all|any|other than)\b"
    r"|\((?:separate procedure|(?:\d|one|two) stage procedure|list separately[^)]*|eg, [^)]*)\)"
)
"""What qualifies a procedure in a code book."""
_HEADED: Final = Wording(r"^[A-Z][a-z]{6,}(?: [a-z]{8,})?, [a-z]+; ", case=True)
"""A procedure by one word and a comma behind it, as no sentence begins."""
_VERBS: Final = Wording(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|may|might|can|cannot|could|must|should|shall|will|would|does|do|did|goes?|takes?|gives?|reports|(?<!and )(?<!with )report|pays?"
    r"|needs?|shows?|names?|means?|says?|tells?|stands?|uses?|puts?|makes?|lets?|sets?|comes?|gets?|covers?|counts?|asks?|applies|apply|belongs?|keeps?|holds?"
    r"|adds?|begins?|ends?|follows?|sees?|checks?|places?|removes?|opens?|closes?|looks?|finds?|write|append|bill|tell|say|see)\b"
)
"""Verbs by one of which a sentence of a report says something."""
