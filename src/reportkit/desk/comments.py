"""Find the value of a file that a piece of a printed page came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from reportkit.desk.spots import printed_text
from reportkit.findings.place import At, Span
from reportkit.reading.text import printed_texts
from reportkit.workspace.passages import Passage
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

    A piece that stands in several passages is told by the pieces beside it: those of the same
    passage, as in a paragraph, or those of the passages before and after, as in the row of a table.
    """
    if first < 0:
        return Nowhere("there is no text at it")
    marked = "".join(page[first : last + 1])
    words, bare = re.findall(r"\w+", marked), _bare(marked)
    reach = {
        printed: stretch
        for printed in _printed(publication)
        if words and bare in printed.bare
        if (stretch := _reach(page, first, last, printed, len(words))) is not None
    }
    if not reach:
        return MADE
    longest = max(map(len, reach.values()))
    best = [printed for printed, stretch in reach.items() if len(stretch) == longest]
    if len(best) > 1:
        best = _between(_printed(publication), page, first, last, best) or best
    if len(best) > 1:
        return Nowhere(f"{len(best)} places say the same")
    before = "".join(page[reach[best[0]].start : first])
    return _at(best[0].passage, before, marked)


@dataclass(frozen=True, eq=False)
class _Printed:
    """A text of an author as it is printed."""

    passage: Passage
    text: str

    @cached_property
    def bare(self) -> str:
        """The text without blanks, which lines end with."""
        return _bare(self.text)

    @cached_property
    def ends(self) -> frozenset[int]:
        """Where words begin and end in the bare text."""
        words = [match.span() for match in re.finditer(r"\w+", self.text)]
        return frozenset(len(_bare(self.text[:place])) for word in words for place in word)

    def says(self, stretch: str) -> bool:
        """Whether a bare stretch stands here as whole words: `51` is no part of `57511`."""
        start = self.bare.find(stretch)
        while start >= 0:
            end = start + len(stretch)
            begins = start in self.ends or not stretch[0].isalnum()
            if begins and (end in self.ends or not stretch[-1].isalnum()):
                return True
            start = self.bare.find(stretch, start + 1)
        return False


def _reach(
    page: Sequence[str], first: int, last: int, printed: _Printed, words: int
) -> range | None:
    """The pieces that a text holds with those on either side; None if they are no words of it.

    A word may be parted at the end of a line, so that whole words are asked for at last. One or two
    words alone are a cell or a number; what is only a part of the text has more of it beside it.
    """
    start, end = first, last
    while start > 0 and _bare("".join(page[start - 1 : end + 1])) in printed.bare:
        start -= 1
    while end + 1 < len(page) and _bare("".join(page[start : end + 2])) in printed.bare:
        end += 1
    stretch, reach = _bare("".join(page[start : end + 1])), range(start, end + 1)
    is_part = len(reach) > 1 or words >= FEWEST_WORDS
    return reach if stretch == printed.bare or (is_part and printed.says(stretch)) else None


FEWEST_WORDS: Final = 3
"""Of a line of a text whose other lines stand on another page."""


def _between(
    order: Sequence[_Printed],
    page: Sequence[str],
    first: int,
    last: int,
    equal: Sequence[_Printed],
) -> list[_Printed]:
    """Those of equal texts that stand between the ones that are sure before and after them."""

    def sure(pieces: Iterable[str], otherwise: int) -> int:
        for piece in map(_bare, pieces):
            places = [at for at, printed in enumerate(order) if piece and printed.says(piece)]
            if len(places) == 1:
                return places[0]
        return otherwise

    start = sure(reversed(page[:first]), -1)
    end = sure(page[last + 1 :], len(order))
    return [printed for printed in order[start + 1 : end] if printed in equal]


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
def _printed(publication: Publication) -> tuple[_Printed, ...]:
    """What authors wrote, codes of rows among it, in reading order; no data but its prose."""
    return tuple(
        _Printed(text.passage, printed_text(publication, text.passage.text))
        for text in printed_texts(publication)
        if text.prose or text.key != "input"
    )


def _bare(text: str) -> str:
    """A text without blanks, which lines end with, and without what is printed besides words."""
    return re.sub(r"[\s\u00ad\u200b\u2060\N{REGISTERED SIGN}]", "", text)
