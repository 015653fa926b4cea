"""Hold on what modifiers say opposite things, and by which words prose says each.

A reader of prose takes phrases as whole words in any case, the longest first, and reads no word
twice: `unrelated` is not `related`, and `left anterior descending` says no side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """One side of an opposition."""

    modifiers: frozenset[str]
    """The modifiers that say it; one may stand with several values of an aspect."""
    phrases: tuple[str, ...]
    """Lower-case phrases that say it."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """Something on which modifiers exclude each other's meaning, as the side of the body."""

    values: Mapping[str, Value]
    neutral: tuple[str, ...] = ()
    """Phrases that hold words of a value and say none: `what was left`."""
    is_shared: bool = False
    """Whether several parties give the service in parts: the use of one part names the others."""
    is_told_of_others: bool = False
    """Whether a record tells of it what others did, too: who read the images, who was there."""

    def of(self, modifier: str) -> frozenset[str]:
        """The values a modifier has; empty if the aspect does not concern it."""
        return frozenset(name for name, value in self.values.items() if modifier in value.modifiers)

    def phrases(self) -> dict[str, str | None]:
        """Every phrase to the value it says, None for neutral ones, the longest phrases first."""
        said: dict[str, str | None] = dict.fromkeys(self.neutral)
        for name, value in self.values.items():
            for phrase in value.phrases:
                said.setdefault(phrase, name)
                if not phrase.endswith("s"):
                    said.setdefault(f"{phrase}s", name)
        return dict(sorted(said.items(), key=lambda item: -len(item[0])))


def value(modifiers: str, *phrases: str) -> Value:
    """A value from the modifiers that say it, separated by blanks, and its phrases."""
    return Value(frozenset(modifiers.split()), phrases)


def combined(firsts: str, nouns: tuple[str, ...]) -> tuple[str, ...]:
    """Each first word, separated by blanks, before each noun: `same surgeon`."""
    return tuple(f"{first} {noun}" for first in firsts.split() for noun in nouns)


PAIRED = (
    *("hand", "knee", "eye", "foot", "hip", "shoulder", "ear", "leg", "arm", "breast", "kidney"),
    *("wrist", "elbow", "ankle"),
)
"""Parts of the body of which there is one on each side."""
CLINICIANS = (
    "clinician",
    "physician",
    "surgeon",
    "practitioner",
    "provider",
    "doctor",
    "professional",
    "radiologist",
    "reader",
    "person",
)
"""What prose calls who gives a service."""
