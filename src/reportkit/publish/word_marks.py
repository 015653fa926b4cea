"""Read the comments and the tracked changes that people made in a Word copy.

The functions here run in a process of their own: such a copy comes from anybody. What they
return is plain data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal
from xml.etree.ElementTree import Element

from reportkit.source.word_package import (
    DOCUMENT,
    BrokenDocument,
    attribute,
    local_name,
    word_parts,
)


def marks_in(content: bytes) -> dict[str, Any]:
    """The `words` of a copy as it was given out, its `paragraphs`, and the `marks` in it.

    A mark is a `note` or a `change`, with its `author`, the `words` of a note, the `old` and the
    `new` words of a change, and the `first` and `last` of the words that it is on, -1 where there
    are none; what is added at the beginning of a paragraph comes `before` them, all else behind.
    What is no such copy has a `fault`, and nothing else.
    """
    try:
        parts = word_parts(content, (_COMMENTS,))
    except BrokenDocument as error:
        return {"fault": str(error)}
    copy = _Copy()
    for element in parts[DOCUMENT]:
        _read(element, _Run("kept"), copy)
    marks = [*_notes(parts.get(_COMMENTS, ()), copy), *copy.changes]
    if len(marks) > MOST_MARKS or len(copy.paragraphs) > MOST_PARAGRAPHS:
        return {"fault": "it has more comments, changes or paragraphs than any report"}
    return {"words": copy.words, "paragraphs": copy.paragraphs, "marks": marks}


_COMMENTS: Final = "word/comments.xml"
MOST_MARKS: Final = 5_000
MOST_PARAGRAPHS: Final = 20_000
"""Cells of tables among them."""


@dataclass(frozen=True, slots=True)
class _Run:
    """What is known of text by the elements around it."""

    kind: Literal["kept", "new", "old"]
    author: str = ""


@dataclass(slots=True)
class _Copy:
    """A copy as far as it is read."""

    words: list[str] = field(default_factory=list)
    """What was given out: all that is not new."""
    paragraphs: list[str] = field(default_factory=list)
    """The same, by paragraph."""
    changes: list[dict[str, Any]] = field(default_factory=list)
    begun: dict[str, int] = field(default_factory=dict)
    """Note to the number of words before it."""
    ended: dict[str, int] = field(default_factory=dict)
    _old: str = ""
    _new: str = ""
    _author: str = ""
    _begun: int = 0
    """How many words stand before the paragraph."""
    _joined: bool = False
    """Whether the next letters belong to the last word."""

    def add(self, run: _Run, text: str) -> None:
        """Take text in; what is old and new side by side is one change."""
        if run.kind == "kept":
            self.end_change()
        elif run.author != self._author:
            self.end_change()
            self._author = run.author
        if run.kind == "new":
            self._new += text
            return
        if run.kind == "old":
            self._old += text
        self._take(text)

    def begin_paragraph(self) -> None:
        """Begin a paragraph: what is added now stands before its words."""
        self.end_change()
        self._begun = len(self.words)

    def end_paragraph(self) -> None:
        """End a paragraph; one without words is none."""
        self.end_change()
        self._joined = False
        if len(self.words) > self._begun:
            self.paragraphs.append(" ".join(self.words[self._begun :]))

    def end_change(self) -> None:
        """End a change, if one was begun."""
        if self._old.strip() or self._new.strip():
            count = len(self._old.split())
            before = not count and len(self.words) == self._begun
            first = len(self.words) - (0 if before else max(count, 1))
            self.changes.append({
                "kind": "change", "author": self._author, "words": "",
                "old": " ".join(self._old.split()), "new": " ".join(self._new.split()),
                "before": before, "first": first, "last": max(first, len(self.words) - 1),
            })  # fmt: skip
        self._old = self._new = self._author = ""

    def _take(self, text: str) -> None:
        parts = text.split()
        if parts and self._joined and not text[0].isspace():
            self.words[-1] += parts.pop(0)
        self.words += parts
        if text:
            self._joined = bool(self.words) and not text[-1].isspace()


def _read(element: Element, run: _Run, copy: _Copy) -> None:
    name = local_name(element)
    match name:
        case "p":
            copy.begin_paragraph()
            for part in element:
                _read(part, run, copy)
            copy.end_paragraph()
            return
        case "t" | "delText":
            copy.add(run, element.text or "")
        case "tab" | "br" | "cr":
            copy.add(run, " ")
        case "commentRangeStart":
            copy.begun[attribute(element, "id")] = len(copy.words)
        case "commentRangeEnd":
            copy.ended[attribute(element, "id")] = len(copy.words)
        case "pPr" | "rPr" | "tblPr" | "trPr" | "tcPr" | "sectPr":
            return
    within = _Run(_KINDS[name], attribute(element, "author")) if name in _KINDS else run
    for part in element:
        _read(part, within, copy)


_KINDS: Final[Mapping[str, Literal["new", "old"]]] = {
    "ins": "new",
    "moveTo": "new",
    "del": "old",
    "moveFrom": "old",
}


def _notes(notes: Iterable[Element], copy: _Copy) -> Iterator[dict[str, Any]]:
    for note in notes:
        number = attribute(note, "id")
        first = copy.begun.get(number, -1)
        last = max(copy.ended.get(number, first + 1) - 1, first)
        text = " ".join(part.text or "" for part in note.iter() if local_name(part) == "t")
        yield {
            "kind": "note",
            "author": attribute(note, "author"),
            "words": " ".join(text.split()),
            "old": "",
            "new": "",
            "before": False,
            "first": min(first, len(copy.words) - 1),
            "last": min(last, len(copy.words) - 1),
        }
