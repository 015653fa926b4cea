"""Rule: a sentence that says the contrary of the condition it is held to."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.reading.conditions import against_condition, conditions_in
from reportkit.reading.text import section_texts
from reportkit.workspace.publication import Publication


@rule("error", "provided data")
def sentence_against_condition(publication: Publication) -> Iterator[Issue]:
    """A sentence is held to the data by `{{ holds(...) }}`, and its words say the contrary.

    Why:
        The condition is met, so nothing else stops the sentence, and the reader sees the words
        alone. A word that was changed behind it makes a false statement look proved.

    Bad:
        # billing-overview
        units: One session is not one unit {{ holds(input.mue.practitioner.units == 1) }}.

    Good:
        # billing-overview
        units: One session is one unit {{ holds(input.mue.practitioner.units == 1) }}.
    """
    provided = publication.input.sites or ()
    for text in section_texts(publication):
        for sentence, condition in conditions_in(text):
            for against in against_condition(text, sentence, condition, provided):
                yield Issue(
                    text.at(against.start, against.end),
                    f"the sentence is held to `{against.comparison.text}`, and "
                    f"`{text.plain[against.start : against.end]}` says otherwise",
                    "write what the condition holds, or correct the condition",
                )
