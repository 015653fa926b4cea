"""Find what a text says on an aspect on which modifiers exclude each other: left, same clinician."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from reportkit.model.modifiers.aspects import ASPECTS
from reportkit.model.phrases import Phrases
from reportkit.reading.modifiers import modifier_mentions
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class AspectMention:
    """A value of an aspect that a text asserts."""

    value: str
    start: int
    end: int


@once_for_each_text
def values_said(text: Text, aspect: str, *, advice: bool) -> Iterator[AspectMention]:
    """What a text asserts on an aspect; in `advice`, sentences on other modifiers are passed over."""
    others = {text.sentence(mention.start).start for mention in modifier_mentions(text)}
    for mention in _said(text, aspect, advice=advice):
        if not (advice and text.sentence(mention.start).start in others):
            yield mention


@once_for_each_text
def values_asserted(text: Text, aspect: str) -> Iterator[AspectMention]:
    """What a text asserts on an aspect; what it denies is left aside."""
    yield from _said(text, aspect, advice=True)


@once_for_each_text
def values_denied(text: Text, aspect: str) -> Iterator[AspectMention]:
    """The values that a text says do not hold, where it does not say when something is not used."""
    for name in _phrases(aspect).find(text.plain):
        if name.value is not None and _is_denied(text, name.start, name.end):
            yield AspectMention(name.value, name.start, name.end)


def adds_a_case(sentence: Sentence) -> bool:
    """Whether a sentence adds a case to those in which something is used: `a multi-dose vial, too`."""
    return _ADDS.within(sentence.text) is not None


def _is_denied(text: Text, start: int, end: int) -> bool:
    """Whether the verb right in front is denied, and not the use of the modifier."""
    clause, offset = text.sentence(start).clause(start, end)
    denied = _DENIED.within(clause[: max(0, start - offset)])
    return denied is not None and not _NOT_USED.within(clause)


_NOTHING_OF: Final = Wording(
    r"\b(?:nothing|none|no (?:\w+ )?(?:part|rest|amount|remainder)) (?:of|in|from) (?:(?:an?|the|this|that|its) )?$"
)
"""Denies what becomes of a thing, and not what the thing is."""
_NO_MORE: Final = Wording(r"\b(?:no|not|nothing) more than (?:(?:the|a) )?$")
"""Says that a thing is all there is."""
_LEFT_OUT: Final = Wording(
    r"\b(?:leaves? (?:it|this|the modifier) (?:out|off)|it is left (?:out|off)|not used|(?:is|are) (?:wrong|unfit|incorrect|out of place|not meant)|drop (?:it|the modifier)) (?:just |merely |only )?(?:when|if|where|for|because)\b"
)
"""Begins the cases in which a modifier is not used."""
_FOR_ANOTHER: Final = Wording(
    r"\b(?:is|are) another (?:matter|case|modifier's)\b|\b(?:has|have|takes?|needs?) another modifier\b|\bit (?:stays|is kept|is left) (?:off|out)\b"
)
"""Says behind a case that it is not one of the modifier's."""
_ADDS: Final = Wording(
    r"\b(?:too|as well|also|likewise|enough|suffices?|counts?|qualif(?:y|ies)|takes? it|needs? it|uses? it"
    r"|as much as|on every (?:claim|line)|it (?:raises|lowers|increases|reduces|cuts|goes))\b"
)
_DENIED: Final = Wording(
    r"\b(?:(?:do|does|did|is|are|was|were|has|have) not|never|cannot)\b(?: \w+){0,4} ?$"
)
_NOT_USED: Final = Wording(
    r"\b(?:(?:do|does|must|should|may|can) not|never|not to|don't|cannot|avoid|no reason to)\b"
    r"[^,;]{0,20}\b(?:use|used|append|appended|report|reported|add|added|apply|applies|take|go|goes"
    r"|bill|billed|needed|required)\b"
    r"|\b(?:is|are) (?:not|never) (?:used|appended|reported|added|for|needed)\b|\bnot (?:for|when|where|if)\b|\bnot made \w+ by it\b"
)
"""Advice on when a modifier is not used, which says nothing of when it is."""


def _said(text: Text, aspect: str, *, advice: bool) -> Iterator[AspectMention]:
    for name in _phrases(aspect).find(text.plain):
        denied = text.denies(name.start, name.end)
        before = text.plain[text.sentence(name.start).start : name.start]
        denied = denied and not (_NOTHING_OF.within(before) or _NO_MORE.within(before))
        behind = text.plain[name.end : text.sentence(name.start).end]
        if advice and (_LEFT_OUT.within(before) or _FOR_ANOTHER.within(behind)):
            continue
        value = name.value
        if denied and value is not None:
            value = None if advice else _contrary(aspect, value)
        if value is not None:
            yield AspectMention(value, name.start, name.end)


def _contrary(aspect: str, value: str) -> str | None:
    """What a denied value says in its place: the other one, where there are just two."""
    others = [other for other in ASPECTS[aspect].values if other != value]
    return others[0] if len(others) == 1 else None


@cache
def _phrases(aspect: str) -> Phrases[str | None]:
    return Phrases(ASPECTS[aspect].phrases(), {})
