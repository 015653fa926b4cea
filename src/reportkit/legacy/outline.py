"""Sort the blocks of an old report under the headings, labels and questions it has."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from reportkit.legacy.headings import (
    is_question,
    label_of,
    looks_like_heading,
    part_asked,
    part_hinted,
    part_named,
)
from reportkit.legacy.old_report import Aside, Block, Heading, Item, OldReport, Paragraph, Row
from reportkit.legacy.parts import SECTION_OF, Part
from reportkit.legacy.title import Title, title_in
from reportkit.legacy.words import sentences


@dataclass(frozen=True, slots=True)
class Entry:
    """A block and where it belongs; `part` is None below a heading nobody knows."""

    block: Block
    part: Part | None
    section: str
    by: Literal["name", "hint", "label", "order"] = "name"
    """What says so: the name of a heading, a word of it, a label of its own, or only the order."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The body by parts, and what stands outside of it."""

    title: Title | None
    entries: tuple[Entry, ...]
    names: tuple[Entry, ...]
    """Headings, labels and questions, which name a part and say nothing else."""
    asides: tuple[Aside, ...]


def outline(report: OldReport) -> Outline:
    """Sort the blocks of a report; what comes before any heading is the summary."""
    sorter = _Sorter()
    for block, following in zip(report.blocks, (*report.blocks[1:], None), strict=True):
        sorter.take(block, following)
    return Outline(sorter.title, tuple(sorter.entries), tuple(sorter.names), tuple(sorter.asides))


class _Sorter:
    """Goes through the blocks in their order, and knows under which heading it stands."""

    def __init__(self) -> None:
        self.title: Title | None = None
        self.entries: list[Entry] = []
        self.names: list[Entry] = []
        self.asides: list[Aside] = []
        self._part: Part | None = "summary"
        self._section = "summary"
        self._by: Literal["name", "hint", "order"] = "order"
        self._table: Part | None = None
        """What the rows of the table are that is read; None outside of one that is known."""

    def take(self, block: Block, following: Block | None) -> None:
        """Put a block where it belongs."""
        if not isinstance(block, Row):
            self._table = None
        match block:
            case Aside():
                self.asides.append(block)
            case Row():
                self._row(block)
            case _ if title := title_in(block):
                self._title(block, title)
            case Item() if not _is_numbered_heading(block):
                self._text(block)
            case _:
                self._heading_or_text(block, following)

    def _title(self, block: Block, title: Title) -> None:
        """The line that names the code; where it comes again, its text begins below it."""
        if self.title is None:
            self.title = title
            self._part = self._part or "summary"
            return
        again = title.code == self.title.code
        self._part, self._section, self._by = "summary" if again else None, "summary", "order"
        self.entries.append(Entry(block, None, self._section))

    def _heading_or_text(self, block: Heading | Paragraph | Item, following: Block | None) -> None:
        text = block.text
        if isinstance(block, Paragraph) and label_of(text):
            self._labelled(block)
            return
        named = part_named(text) if isinstance(block, Heading) or not text[:1].islower() else None
        if named is not None:
            self._begin(block, named, "name")
        elif is_question(text) and (isinstance(block, Heading) or _stands_alone(block, following)):
            self._question(block)
        elif isinstance(block, Heading) or self._is_heading(block, following):
            self._unknown_heading(block)
        else:
            self._text(block)

    def _question(self, block: Heading | Paragraph | Item) -> None:
        """A question; what it tells before it asks is text like any other."""
        *_, question = sentences(block.text)
        asked = part_asked(question)
        if asked is None or question != block.text:
            self._unknown_heading(block)
        if asked is not None and question == block.text:
            self._begin(block, asked, "hint")
        elif asked is not None:
            self._part, self._section, self._by = asked, SECTION_OF[asked], "hint"

    def _unknown_heading(self, block: Heading | Paragraph | Item) -> None:
        """A heading that no table has: a word of it may hint at the part."""
        hinted = part_hinted(block.text)
        if hinted is None:
            self._part = None
        else:
            self._part, self._section, self._by = hinted, SECTION_OF[hinted], "hint"
        self.entries.append(Entry(block, None, self._section))

    def _begin(self, block: Block, part: Part, by: Literal["name", "hint"]) -> None:
        self._part, self._section, self._by = part, SECTION_OF[part], by
        self.names.append(Entry(block, part, self._section, by))

    def _is_heading(self, block: Heading | Paragraph | Item, following: Block | None) -> bool:
        """A line that looks like a heading and has text below it; the first may be any line."""
        if not isinstance(block, Paragraph) or following is None or isinstance(following, Aside):
            return False
        first = not self.entries and not self.names and _is_short(block.text)
        return first or looks_like_heading(block.text)

    def _text(self, block: Paragraph | Item) -> None:
        if label_of(block.text):
            self._labelled(block)
            return
        answer = _ANSWER.match(block.text) if self._by == "hint" else None
        if answer is not None:
            self.names.append(Entry(Paragraph(answer[0].strip(), block.where), None, self._section))
            block = replace(block, text=block.text[answer.end() :])
        self.entries.append(Entry(block, self._part, self._section, self._by))

    def _labelled(self, block: Paragraph | Item) -> None:
        """A line with a known label: a longer text begins its part, a short one stands alone."""
        label = label_of(block.text)
        if label is None:
            return
        section = SECTION_OF[label.part]
        self.names.append(Entry(Paragraph(f"{label.name}:", block.where), label.part, section))
        value = Paragraph(label.value, block.where)
        if isinstance(block, Paragraph) and _begins(label.part, label.value):
            self._part, self._section, self._by = label.part, section, "name"
        self.entries.append(Entry(value, label.part, section, "label" if label.is_sure else "hint"))

    def _row(self, row: Row) -> None:
        label = label_of(": ".join(row.cells)) if len(row.cells) == 2 and row.cells[1] else None
        if self._table is None or row.head:
            self._table = _table_of(row)
        if self._table is not None:
            self.entries.append(Entry(row, self._table, SECTION_OF[self._table]))
        elif label is not None:
            self._labelled(Item(": ".join(row.cells), row.where))
        else:
            self.entries.append(Entry(row, self._part, self._section, self._by))


_WITH_TEXT = frozenset({"summary", "billing-overview", "clinical-context", "coding-specifications"})
"""Parts whose label may begin a section: `Clinical Context: A 29-year-old woman ...`."""


def _begins(part: Part, value: str) -> bool:
    return part in _WITH_TEXT and len(value.split()) >= 8


def _table_of(row: Row) -> Part | None:
    """What the rows below a head are: those of modifiers, or of payers."""
    if re.fullmatch(r"(?:modifiers?|modificador(?:es)?)", row.cells[0], re.IGNORECASE):
        return "modifiers"
    if row.head or len(row.cells) > 1:
        named = part_named(row.cells[0])
        return "payers" if named == "payers" else None
    return None


_ANSWER = re.compile(r"\W*(?:a|answer|r|respuesta)\W{0,2}:\W?\s+(?=\S)", re.IGNORECASE)


def _is_numbered_heading(block: Item) -> bool:
    heading = looks_like_heading(block.text) or is_question(block.text)
    return block.number is not None and heading


def _stands_alone(block: Block, following: Block | None) -> bool:
    """Whether a question is a line of its own with an answer below it."""
    return isinstance(block, Paragraph | Item) and isinstance(following, Paragraph | Item | Row)


def _is_short(text: str) -> bool:
    return len(text.split()) <= 10 and not re.search(r"[.!?:;,]\s*$", text)
