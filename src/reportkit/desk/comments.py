"""Find the value of a file that a piece of a printed page came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reportkit.desk.spots import printed_text
from reportkit.findings.place import At, Span
from reportkit.workspace.passages import Passage, passages
from reportkit.workspace.publication import Publication


@dataclass(frozen=True, slots=True)
class Nowhere:
    """Why a piece of the page has no place in a file."""

    why: str


MADE: Final = Nowhere("no author wrote it: it is made from data, or was written anew since")


def place_on_page(
    publication: Publication, page: Sequence[str], first: int, last: int
) -> At | Nowhere:
    """The passage that the pieces of a page from `first` to `last` were printed from.

    A piece that stands in several passages is told by the pieces beside it.
    """
    if first < 0:
        return Nowhere("there is no text at it")
    printed = _printed(publication)
    text = _bare("".join(page[first : last + 1]))
    fitting = [passage for passage, whole in printed if text and text in whole]
    if not fitting:
        return MADE
    whole = dict(printed)
    reach = {one: _reach(page, first, last, whole[one]) for one in fitting}
    best = [one for one in fitting if len(reach[one]) == max(map(len, reach.values()))]
    if len(best) > 1:
        return Nowhere(f"{len(best)} places say the same")
    before = "".join(page[reach[best[0]].start : first])
    return _at(best[0], before, "".join(page[first : last + 1]))


def _reach(page: Sequence[str], first: int, last: int, whole: str) -> range:
    """The pieces on either side that belong to a passage as well, with those between."""
    start, end = first, last
    while start > 0 and _bare("".join(page[start - 1 : end + 1])) in whole:
        start -= 1
    while end + 1 < len(page) and _bare("".join(page[start : end + 2])) in whole:
        end += 1
    return range(start, end + 1)


def _at(passage: Passage, before: str, text: str) -> At:
    """The place of a text in a passage, by the longest run of its words that was typed so.

    What is printed may hold values and marks that no author typed, and citations are no words.
    A run that stands there more than once is the one that as many stand before.
    """
    words = re.findall(r"\w+", text)
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            run = r"\W+".join(words[start : start + length])
            typed = [match.span() for match in re.finditer(rf"\b{run}\b", passage.text)]
            if typed:
                earlier = len(re.findall(rf"\b{run}\b", before))
                return At(passage.key, passage.route, Span(*typed[min(earlier, len(typed) - 1)]))
    return At(passage.key, passage.route)


@lru_cache(maxsize=2)
def _printed(publication: Publication) -> tuple[tuple[Passage, str], ...]:
    return tuple(
        (passage, _bare(printed_text(publication, passage.text)))
        for passage in passages(publication)
    )


def _bare(text: str) -> str:
    """A text without blanks, which lines end with, and without what is printed besides words."""
    return re.sub(r"[\s\u00ad\u200b\u2060\N{REGISTERED SIGN}]", "", text)
