"""Find payers and programmes in a text: names, aliases, capitals and near misses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportkit.model.payers import PAYER_NAMES
from reportkit.model.phrases import Phrases
from reportkit.reading.text import Text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class PayerMention:
    """A payer that a text names: its place in PAYER_NAMES, and whether it is only meant."""

    payer: int
    start: int
    end: int
    near: str | None = None
    """The name it is a near miss of; None if it stands as it is written."""


def payer_mentions(text: Text) -> Iterator[PayerMention]:
    """The payers a text names."""
    for name in _known().find(text.plain):
        if text.plain[name.start].isupper():
            yield PayerMention(name.value, name.start, name.end)
    yield from _near_misses(text)


def names_of(words: str) -> int | None:
    """The known payer that a name stands for, by its place in PAYER_NAMES."""
    return _by_name().get(" ".join(words.lower().split()))


def claims_nothing(text: Text, mention: PayerMention) -> bool:
    """Whether a sentence names a programme only to say what it is, or that it is left out."""
    return _SAYS_NOTHING.within(text.sentence(mention.start).text) is not None


_SAYS_NOTHING = Wording(
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
_NEAR = re.compile(r"(?<![\w@.-])[A-Z][a-z]{4,15}(?![\w@])")


@cache
def _known() -> Phrases[int]:
    return Phrases(_by_name(), {})


@cache
def _by_name() -> dict[str, int]:
    return {name.lower(): index for index, names in enumerate(PAYER_NAMES) for name in names}


@cache
def _single_names() -> dict[str, int]:
    """Names of one word that are long enough to be missed by a letter."""
    return {name.lower(): index for name, index in _by_name().items()
            if " " not in name and len(name) >= 5}  # fmt: skip


def _near_misses(text: Text) -> Iterator[PayerMention]:
    for match in _NEAR.finditer(text.plain):
        word = match[0].lower()
        if word in _by_name() or word in _NO_PAYERS:
            continue
        for name, index in _single_names().items():
            if name[0] == word[0] and _one_slip(word, name):
                yield PayerMention(index, *match.span(), near=name)
                break


_NO_PAYERS = frozenset(
    ["medical", "medicine", "medicate", "medicated", "anthems", "centers", "center", "cigar"]
)
"""Words a letter away from a payer's name."""


def _one_slip(word: str, name: str) -> bool:
    """Whether a word is a name with one letter more, less or other, or two in wrong order."""
    if abs(len(word) - len(name)) > 1 or word == name:
        return False
    left = 0
    while left < min(len(word), len(name)) and word[left] == name[left]:
        left += 1
    one, other = word[left:], name[left:]
    return (
        one[1:] == other[1:]
        or one == other[1:]
        or one[1:] == other
        or (one[:2] == other[1::-1] and one[2:] == other[2:])
    )
