"""List words of code descriptions that exclude each other: higher and lower, with and without."""

from __future__ import annotations

import re
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


def contrary(words: str, description: str) -> tuple[str, str] | None:
    """A word that a description excludes, and the word of it that does; None if there is none."""
    for one, other in _PATTERNS:
        for mine, its in ((one, other), (other, one)):
            said, held = mine.search(words), its.search(description)
            if said and held and not its.search(words) and not mine.search(description):
                return said[0], held[0]
    return None


_PATTERNS: Final = tuple(
    (
        re.compile(rf"\b(?:{one})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{other})\b", re.IGNORECASE),
    )
    for one, other in CONTRARIES
)
