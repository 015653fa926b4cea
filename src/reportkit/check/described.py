"""Say how the texts that describe the service of a code say it is done."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.reading.acts import ActMention, acts
from reportkit.reading.codes import code_mentions
from reportkit.reading.text import Text, worded_texts
from reportkit.workspace.publication import Publication

DESCRIPTIONS = (
    ("report", "title"),
    ("summary", "definition"),
    ("billing-overview", "description"),
    ("billing-overview", "units"),
)
"""Texts that say what the code is for, the one that is believed first at the front."""


def is_description(text: Text) -> bool:
    """Whether a text says what the code is for."""
    return (text.key, text.route[0]) in DESCRIPTIONS


def described_acts(publication: Publication) -> Iterator[tuple[Text, ActMention]]:
    """What the descriptions say of the code, and not of another one alone."""
    texts = {(text.key, text.route[0]): text for text in reversed(worded_texts(publication))}
    for text in filter(None, map(texts.get, DESCRIPTIONS)):
        for act in acts(text):
            codes = codes_beside(text, act.start)
            if not codes or publication.code in codes:
                yield text, act


def codes_beside(text: Text, start: int) -> set[str]:
    """The codes that the sentence at a place of a text names."""
    sentence = text.sentence(start)
    return {mention.code for mention in code_mentions(text) if sentence.holds(mention.start)}
