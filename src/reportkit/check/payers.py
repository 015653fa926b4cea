"""Publication in, provided payers out: those that a sentence speaks of, by name or all together."""

from __future__ import annotations

from typing import Final

from reportkit.model.input import Payer
from reportkit.model.payers import payer_of
from reportkit.model.phrases import Phrases
from reportkit.reading.payers import payer_mentions
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text
from reportkit.reading.wording import Wording
from reportkit.workspace.publication import Publication

Spoken = tuple[Payer, int]
"""A payer and the offset at which it is named."""


class ProvidedPayers:
    """The payers provided for a publication, found in its texts by any of their names."""

    def __init__(self, publication: Publication) -> None:
        payers = publication.input.payers or ()
        names = {name: payer for payer in payers for name in (payer.name, *payer.aliases)}
        self._phrases = Phrases({}, names)
        self._by_known = {
            known: payer for name, payer in names.items() if (known := payer_of(name)) is not None
        }

    def named(self, text: Text) -> tuple[Spoken, ...]:
        """The payers a text names, in order; a near miss of a name counts for none."""
        spoken = {name.start: name.value for name in self._phrases.find(text.plain)}
        for mention in payer_mentions(text):
            if mention.near is None and mention.payer in self._by_known:
                for start in range(mention.start + 1, mention.end):
                    spoken.pop(start, None)  # `Medicare` in `Original Medicare`
                spoken.setdefault(mention.start, self._by_known[mention.payer])
        return tuple((payer, start) for start, payer in sorted(spoken.items(), key=_offset))


def all_meant(sentence: Sentence) -> bool:
    """Whether a sentence speaks of every payer, or of none of them."""
    return _ALL.within(sentence.text) is not None


def _offset(spoken: tuple[int, Payer]) -> int:
    return spoken[0]


_ALL: Final = Wording(
    r"\b(?:every|each|all|no|none of the|any) (?:the |of the |\w+ )?(?:payers?|insurers?|plans?)\b"
)
