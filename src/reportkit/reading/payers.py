"""Find payers and programs in a text: names, aliases, capitals and near misses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from reportkit.model.payers import PAYERS, UNCERTAIN_NAMES, KnownPayer, payer_names, payer_of
from reportkit.model.phrases import Phrases
from reportkit.reading.slips import one_slip
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class PayerMention:
    """A payer that a text names."""

    payer: KnownPayer
    start: int
    end: int
    near: str | None = None
    """The name it is a near miss of; None if it stands as it is written."""


@once_for_each_text
def payer_mentions(text: Text) -> Iterator[PayerMention]:
    """The payers a text names."""
    for name in payer_names(text.plain):
        yield PayerMention(name.value, name.start, name.end)
    for name in _uncertain().find(text.plain):
        if _DOES_AS_PAYERS.within(text.plain[name.end : name.end + 60]):
            yield PayerMention(name.value, name.start, name.end)
    yield from _near_misses(text)


def claims_nothing(text: Text, mention: PayerMention) -> bool:
    """Whether a sentence names a program only to say what it is, or that it is left out."""
    return _SAYS_NOTHING.within(text.sentence(mention.start).text) is not None


_SAYS_NOTHING: Final = Wording(
    r"^neither\b[^.;]*\b(?:is|are) (?:spoken of|discussed|treated|covered|named|listed|considered)\b|"
    r"\b(?:is|are) (?:not|never) (?:discussed|covered|addressed|treated|described|considered"
    r"|part|the subject)"
    r"(?: of)? (?:here|in this (?:report|publication|edition|section)|this (?:report|publication"
    r"|edition))\b"
    r"|\b(?:has|have) no (?:place|part) in this (?:report|publication|edition)\b|\bnot (?:spoken of|discussed|treated|covered) *(?:here)?(?=[.;]|$)"
    r"|\b(?:is|are) (?:run|financed|administered|paid) by the (?:states?|federal)\b"
    r"|\b(?:outside|beyond) (?:the scope of )?this (?:report|publication|edition)\b"
    r"|\b(?:is|are) (?:an?|the|separate|different|distinct) (?:\w+ ){0,3}(?:programs?"
    r"|programmes?|contractors?|agenc(?:y|ies))\b"
)
_DOES_AS_PAYERS: Final = Wording(
    r"^(?:'s)? (?:also |still |now |no longer |plans? |members |policy |policies )?(?:pays?|covers?|asks?|requires?|denies|deny|accepts?|rejects?|wants?"
    r"|expects?|allows?|sends?|returns?|sets?|follows?|limits?|counts?|takes?|needs?|insists?|refuses?|reimburses?|approves?|plans?|polic(?:y|ies)|members?|claims?)\b"
)
"""What follows a name that is also a common word, where a payer is meant."""
_NEAR: Final = re.compile(r"(?<![\w@.-])[A-Z][a-z]{4,20}(?:[A-Z][a-z]{2,20})?(?![\w@])")
_NO_PAYERS: Final = frozenset(
    [
        "medical",
        "medicine",
        "medicate",
        "medicated",
        "anthems",
        "centers",
        "center",
        "cigar",
        "molar",
        "human",
        "humano",
        "humanos",
        "primera",
        "humane",
    ]
)
"""Words a letter away from a payer's name."""


@cache
def _uncertain() -> Phrases[KnownPayer]:
    return Phrases({}, UNCERTAIN_NAMES)


@cache
def _single_names() -> dict[str, KnownPayer]:
    """Names of one word that are long enough to be missed by a letter."""
    return {
        name.lower(): payer
        for payer in PAYERS
        for name in payer.names
        if name.isalpha() and len(name) >= 5
    }


def _near_misses(text: Text) -> Iterator[PayerMention]:
    for match in _NEAR.finditer(text.plain):
        word = match[0].lower()
        if word in _NO_PAYERS:
            continue
        known = _single_names().get(word)
        if known is not None and match[0] not in known.names:
            yield PayerMention(known, *match.span(), near=_as_written(known, word))
        if payer_of(word) is not None:
            continue
        for name, payer in _single_names().items():
            if name[0] == word[0] and one_slip(word, name):
                yield PayerMention(payer, *match.span(), near=name)
                break


def _as_written(payer: KnownPayer, word: str) -> str:
    """The name that a word in other capitals is."""
    return next(name for name in payer.names if name.lower() == word)
