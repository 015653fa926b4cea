"""Tell whether a space between two pieces of text was lost in layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from reportkit.render.pdf.nodes import Node


def parts_words(last: Said, text: str) -> bool:
    """Whether a space was lost where a line ended: a word may also break at a hyphen or, if
    it fills its line, anywhere.
    """
    before = last.text
    if before[-1].isspace() or text[0].isspace() or before[-1] in _JOINTS:
        return False
    if any(letter.isspace() for letter in before) or last.block is None:
        return True
    element = last.block.element
    source = "" if element is None else "".join(element.itertext())
    return before + text.split()[0] not in source


@dataclass(frozen=True, slots=True)
class Said:
    """The last piece of text, and the line it is in."""

    page: int
    mcid: int
    text: str
    line: Any
    block: Node | None


_JOINTS: Final = "-\N{SOFT HYPHEN}\N{HYPHEN}\N{EN DASH}\N{EM DASH}/"
"""Letters a line may end with in the middle of a word."""
