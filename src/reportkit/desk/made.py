"""Read of each text of a page where it stands, and which fields its figures were taken from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final


@dataclass(frozen=True, slots=True)
class Made:
    """A paragraph, a cell or a label of a picture, as it is on the page."""

    text: str
    sections: tuple[str, ...]
    """Ids of the sections it stands in, from the outermost."""
    figures: tuple[tuple[str, str], ...]
    """Each figure as printed, with the field it is of: `20% of mpfs.facility_payment`."""


def made_texts(html: str) -> tuple[Made, ...]:
    """Every text of a page that was made here, in its order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.texts)


def those_of(texts: Sequence[Made], words: str) -> tuple[Made, ...]:
    """The texts that words stand in, those of sections first; nothing if the page has none."""
    exact = [made for made in texts if without_blanks(made.text) == without_blanks(words)]
    if exact:
        return tuple(sorted(exact, key=lambda made: not made.sections))
    wanted = _letters(words)
    whole = "".join(_letters(made.text) for made in texts)
    start = whole.find(wanted) if wanted else -1
    return tuple(_overlapping(texts, start, start + len(wanted))) if start >= 0 else ()


def without_blanks(text: str) -> str:
    """A text as it is compared: Word and the page break lines each in their own way."""
    return "".join(text.split())


def _letters(text: str) -> str:
    """A text without what stands between a term and what is said of it in one copy alone."""
    return "".join(filter(str.isalnum, text))


def _overlapping(texts: Iterable[Made], start: int, end: int) -> Iterable[Made]:
    at = 0
    for made in texts:
        begins, at = at, at + len(_letters(made.text))
        if begins < end and start < at:
            yield made


_SILENT: Final = frozenset({"script", "style", "template", "head"})
_WITHIN: Final = frozenset(
    {"a", "abbr", "b", "br", "cite", "code", "data", "em", "i", "mark", "q", "small", "span",
     "strong", "sub", "sup", "time", "wbr"}
)  # fmt: skip
"""Elements that stand within a text and do not end it."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[Made] = []
        self._pieces: list[str] = []
        self._figures: list[tuple[str, str]] = []
        self._sections: list[str] = []
        self._silent = 0
        self._field: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag in _SILENT:
            self._silent += 1
        if tag == "data":
            self._field = known.get("data-field")
        if tag == "br":
            self._pieces.append(" ")
        if tag not in _WITHIN:
            self._end_text()
        if tag == "section":
            self._sections.append(known.get("id") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _WITHIN:
            self._end_text()
        if tag in _SILENT:
            self._silent -= 1
        if tag == "data":
            self._field = None
        if tag == "section" and self._sections:
            self._sections.pop()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        self._pieces.append(data)
        if self._field is not None:
            self._figures.append((data, self._field))

    def _end_text(self) -> None:
        text = " ".join("".join(self._pieces).split())
        if text:
            sections = tuple(filter(None, self._sections))
            self.texts.append(Made(text, sections, tuple(self._figures)))
        self._pieces.clear()
        self._figures.clear()
