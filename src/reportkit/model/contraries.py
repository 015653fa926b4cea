"""List words of code descriptions that exclude each other: higher and lower, with and without."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

CONTRARIES: Final[tuple[tuple[str, str], ...]] = (
    ("higher|above|up|upper|more complex", "lower|below|down|less complex"),
    ("left", "right"),
    (
        "unilateral|one (?:side|hand|knee|eye|foot)",
        "bilateral|both (?:sides|hands|knees|eyes|feet)",
    ),
    ("with", "without"),
    ("acute", "chronic"),
    ("primary|essential", "secondary"),
    ("benign", "malignant"),
    ("type 1", "type 2"),
    (
        "open|through (?:a|an) (?:cut|incision)",
        "endoscop\\w+|arthroscop\\w+|laparoscop\\w+|percutaneous\\w*",
    ),
    ("initial|first", "subsequent|later|repeat"),
    ("new patients?", "established patients?"),
    ("diagnostic", "therapeutic"),
    ("single|one", "several|multiple|two or more"),
    ("in a group|group", "one patient|individual"),
    ("complete", "limited"),
    ("simple", "complex|complicated"),
    ("upper (?:limb|extremity)", "lower (?:limb|extremity)"),
    ("anterior|in front", "posterior|behind"),
    ("vaginal(?:ly)?", "cesarean"),
    ("adults?", "child(?:ren)?|infants?|newborns?"),
)
"""Two patterns of words each, of which one description has at most one; they name no code."""


OF_SERVICES: Final[tuple[tuple[str, str], ...]] = (
    ("open|through (?:a|an) (?:cut|incision)", "closed|without (?:a|an) (?:cut|incision)"),
    ("narrow", "wide"),
    ("small (?:bowel|intestine)", "large (?:bowel|intestine)|colon"),
    ("arm", "leg|thigh"),
    ("first visit|new patients?", "return visit|established patients?|whom the practice knows"),
    ("diagnostic", "therapeutic"),
    ("complete", "limited"),
    ("with contrast|after (?:a )?contrast", "without contrast|no contrast"),
)
"""The same of the service of one code, which has a title and a definition."""


def contrary(words: str, description: str) -> tuple[str, str] | None:
    """A word that a description excludes, and the word of it that does; None if there is none."""
    return _first(words, description, CONTRARIES)


def contrary_service(title: str, definition: str) -> tuple[str, str] | None:
    """A word of a title that a definition excludes, and the word of it that does."""
    return _first(title, definition, OF_SERVICES)


_Pairs = tuple[tuple[str, str], ...]


def _first(words: str, description: str, pairs: _Pairs) -> tuple[str, str] | None:
    for one, other in _compiled(pairs):
        for mine, its in ((one, other), (other, one)):
            said, held = mine.search(words), its.search(description)
            if said and held and not its.search(words) and not mine.search(description):
                return said[0], held[0]
    return None


@cache
def _compiled(pairs: _Pairs) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """The patterns of pairs, once a text is held to them: most checks need none."""
    return tuple(
        (
            re.compile(rf"\b(?:{one})\b", re.IGNORECASE),
            re.compile(rf"\b(?:{other})\b", re.IGNORECASE),
        )
        for one, other in pairs
    )
