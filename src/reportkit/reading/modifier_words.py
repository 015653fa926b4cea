"""Tell by its words which modifier a description is of, where they are not those of its own.

Every modifier has a registered meaning of a few words. A description that has none of the words of
its own modifier's meaning, and rare ones of another's, was written for that one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import log
from typing import Final

from reportkit.model.modifiers import MODIFIERS
from reportkit.model.modifiers.aspects import ASPECTS, aspects_of
from reportkit.reading.text import Text, once_for_each_text

_WORD = re.compile(r"[a-z]{3,}")
_STEM: Final = 6
"""So many letters of a word stand for its forms: `repeat`, `repeated`."""
_ENOUGH: Final = 5.0
"""How much the words shared with a meaning have to say: as much as two that a tenth of the meanings
have."""
_TELLING: Final = frozenset({"distin", "preven", "discon"})
"""Stems that tell a modifier by themselves; of others two have to be shared."""
_OF_ANY_MODIFIER: Final = frozenset(
    {
        *(
            "the",
            "and",
            "for",
            "was",
            "were",
            "that",
            "this",
            "not",
            "from",
            "which",
            "who",
            "whom",
        ),
        *("one", "same", "day", "use", "when", "service", "services", "code", "procedure", "only"),
        *(
            "what",
            "each",
            "patient",
            "alone",
            "his",
            "her",
            "their",
            "than",
            "usual",
            "done",
            "under",
            "after",
        ),
        *("before", "other", "another", "during", "payer", "more", "less", "both", "two", "second"),
        *("first", "further", "any", "all", "into", "has", "have", "had", "are", "part", "did"),
        *("does", "given", "time", "session", "report", "billed", "claim", "clinician", "again"),
        *("physician", "else", "something", "nothing", "surgeon", "four", "with", "but", "its"),
        *("stands", "operation", "hospital", "party", "left", "right", "out", "purpose"),
    }
)
"""Words that tell no modifier from the others."""


@dataclass(frozen=True, slots=True)
class LikeModifier:
    """The modifier whose meaning a description has the words of, and the first of these."""

    code: str
    start: int
    end: int


@once_for_each_text
def like_another(text: Text, code: str) -> Iterator[LikeModifier]:
    """The modifier that a text describes by its words in place of `code`, if one does."""
    words = _stems(text.plain)
    if code not in MODIFIERS or not words.isdisjoint(_own_words(code)):
        return
    worth, code_of = max((_worth(words & meant), other) for other, meant in _meanings().items())
    shared = words & _meanings()[code_of]
    if worth >= _ENOUGH and (len(shared) > 1 or not shared.isdisjoint(_TELLING)):
        first = next(word for word in _words(text.plain) if word[0][:_STEM] in shared)
        yield LikeModifier(code_of, *first.span())


def has_own_words(text: Text, code: str) -> bool:
    """Whether a text has a word of what is registered of a modifier."""
    return not _stems(text.plain).isdisjoint(_own_words(code))


def _worth(stems: frozenset[str]) -> float:
    """How much it says that stems are shared: the rarer, the more."""
    spread = _spread()
    return sum(log(len(MODIFIERS) / (spread[stem] + 0.5)) for stem in stems)


def _words(text: str) -> Iterator[re.Match[str]]:
    return (word for word in _WORD.finditer(text.lower()) if word[0] not in _OF_ANY_MODIFIER)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[0][:_STEM] for word in _words(text))


@cache
def _meanings() -> Mapping[str, frozenset[str]]:
    """Modifier to the stems of its registered meaning."""
    return {code: _stems(modifier.meaning) for code, modifier in MODIFIERS.items()}


@cache
def _own_words(code: str) -> frozenset[str]:
    """The stems of a modifier's meaning and of the phrases by which prose says it."""
    known = MODIFIERS.get(code)
    phrases = (
        phrase
        for name, values in aspects_of(code).items()
        for value in values
        for phrase in ASPECTS[name].values[value].phrases
    )
    return _stems(" ".join(phrases if known is None else (known.meaning, *phrases)))


@cache
def _spread() -> Counter[str]:
    """In how many meanings a stem stands."""
    return Counter(stem for meant in _meanings().values() for stem in meant)
