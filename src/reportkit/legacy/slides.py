"""Turn the labels of slides in a handout into asides, and the line below each into a heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from reportkit.legacy.old_report import Aside, Block, Heading, Paragraph


def with_slides(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a text; those of one without slides are as they were."""
    is_first = False
    for block in blocks:
        match block:
            case Paragraph(text=text, where=where) if _LABEL.fullmatch(text):
                yield Aside(text, where)
                is_first = True
            case Paragraph(text=text, where=where) if is_first and _is_name(text):
                yield Heading(text, where)
                is_first = False
            case _:
                yield block
                is_first = False


def _is_name(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and not text.rstrip().endswith((".", ",", ";", ":"))


_LABEL: Final = re.compile(r"\W*(?:slide|diapositiva)\s*\d{1,3}\W*", re.IGNORECASE)
_MOST_WORDS: Final = 12
