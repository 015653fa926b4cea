"""Find what a text says on an aspect on which modifiers exclude each other: left, same clinician."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportkit.model.modifiers.aspects import ASPECTS
from reportkit.model.phrases import Phrases
from reportkit.reading.modifiers import modifier_mentions
from reportkit.reading.text import Text


@dataclass(frozen=True, slots=True)
class AspectMention:
    """A value of an aspect that a text asserts."""

    value: str
    start: int
    end: int


def values_said(text: Text, aspect: str, *, advice: bool) -> tuple[AspectMention, ...]:
    """What a text asserts on an aspect; in `advice`, sentences on other modifiers are passed over."""
    others = {text.sentence(mention.start).start for mention in modifier_mentions(text)}
    return tuple(
        mention
        for mention in _said(text, aspect)
        if not (advice and text.sentence(mention.start).start in others)
    )


def _said(text: Text, aspect: str) -> Iterator[AspectMention]:
    for name in _phrases(aspect).find(text.plain):
        denied = text.polarity(name.start, name.end) in ("denied", "advised against")
        if name.value is not None and not denied:
            yield AspectMention(name.value, name.start, name.end)


@cache
def _phrases(aspect: str) -> Phrases[str | None]:
    return Phrases(ASPECTS[aspect].phrases(), {})
