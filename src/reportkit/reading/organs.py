"""Find the parts of the body that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.model.code_families.organs import PART_OF
from reportkit.reading.text import Text, once_for_each_text

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class OrganMention:
    """A word for a part of the body."""

    part: str
    """The part, by its key in the table: `bowel` for a colon."""
    start: int
    """Where the word begins in the normal form."""
    end: int
    """Where it ends."""


@once_for_each_text
def organ_mentions(text: Text) -> Iterator[OrganMention]:
    """Each part of the body that a text names and does not deny, in order."""
    if not text.words & PART_OF.keys():
        return
    for word in _WORD.finditer(text.plain.lower()):
        part = PART_OF.get(word[0])
        if part is not None and not text.denies(*word.span()):
            yield OrganMention(part, *word.span())
