"""Name what a publication says that others may contradict, and the places where two of them do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from reportkit.findings.place import At


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that one publication says and that can be held against others."""

    publication: str
    """Its code."""
    subject: str
    """What it is said of; a rule compares what is said of one subject."""
    says: str
    at: At


@dataclass(frozen=True, slots=True)
class Clash:
    """One place at which a publication does not agree with another."""

    fact: Fact
    message: str
    hint: str
    other: Fact | None = None
    """What it does not agree with; None where it is what all say together."""
    label: str = ""
    """What stands at the other place."""


def by_subject(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """The facts by what they are said of, each in the order given."""
    grouped: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        grouped[fact.subject].append(fact)
    return grouped
