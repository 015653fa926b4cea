"""Text in, words out: how rules of style count and compare.

References are covered in a passage's plain text and count as one word each.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reportkit.reading.normal import REFERENCE_MARK

_WORD = re.compile(rf"[^\W_]+(?:['’./,-][^\W_]+)*|{REFERENCE_MARK}+")


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, in lower case: `E/M`, `high-risk` and `5.94` are one each.

    Several rules ask for those of the same sentence, and most stand in many publications.
    """
    return tuple(word.lower() for word in _WORD.findall(text))


def parted(text: str) -> list[str]:
    """What stands between the signs of a text: `E/M` and `high-risk` are two each."""
    return "".join(sign if sign.isalnum() else " " for sign in text).split()


def negated(text: str, offset: int) -> bool:
    """True if the clause before `offset` holds a `not`, `never`, `nor`, `cannot` or the like."""
    clause = re.split(r"[.;:!?]\s", text[:offset])[-1]
    return bool(_NEGATION.search(clause))


_NEGATION = re.compile(
    r"\b(?:not|never|nor|neither|no|cannot|without|avoid|rather than)\b|n['’]t\b", re.IGNORECASE
)
