"""Collect a draft while an old report is gone through: texts by field, what is left, remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from reportkit.findings.place import Route, route_text
from reportkit.legacy.draft import Placed
from reportkit.legacy.old_report import Block, Item, Remark, Where, text_of
from reportkit.legacy.outline import Entry
from reportkit.model.absence import TO_BE_WRITTEN
from reportkit.model.base import LONGEST_TEXT, Prose
from reportkit.model.imported import Guess, SetAside

LONGEST_REASON: Final = 1_000
"""Characters of a reason: it quotes the old report, which may name very much at one place."""


@dataclass(slots=True)
class _Left:
    """Texts that follow one another and were set aside for the same reason."""

    section: str
    reason: str
    texts: list[tuple[str, Where]]

    def is_full(self, text: str) -> bool:
        """Whether another text would make it longer than a text may be."""
        return sum(len(part) + 2 for part, _ in self.texts) + len(text) > LONGEST_TEXT


@dataclass(slots=True)
class Sheet:
    """Collects while the old report is gone through; read out once at the end."""

    fields: dict[tuple[str, Route], list[tuple[str, Where]]] = field(default_factory=dict)
    notes: dict[str, list[tuple[str, Where]]] = field(default_factory=dict)
    placed: list[Placed] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    guesses: dict[tuple[str, Route, str], None] = field(default_factory=dict)
    _left: list[_Left] = field(default_factory=list)

    def put(self, file: str, route: Route, text: str, where: Where) -> None:
        """Add a text to a field; several texts become paragraphs of it."""
        self.fields.setdefault((file, route), []).append((text, where))
        self.placed.append(Placed(file, route, where))

    def note(self, file: str, text: str, where: Where) -> None:
        """Keep what names a part and says nothing with the file, where it is never published."""
        kept = self.notes.setdefault(file, [])
        self.placed.append(Placed(file, ("notes", len(kept)), where))
        kept.append((text, where))

    def leave(self, section: str, block: Block, reason: str) -> None:
        """Set a block aside that has no field, and say so."""
        text = text_of(block)
        if isinstance(block, Item) and block.number is not None:
            text = f"{block.number}. {text}"
        self.remarks.append(Remark("unplaced", f"{reason}: {_short(text)}", block.where))
        for part in _parts(text):
            self._keep(_Left(section, reason, [(part, block.where)]))
            self.placed.append(
                Placed("imported", ("set_aside", len(self._left) - 1, "text"), block.where)
            )

    def _keep(self, left: _Left) -> None:
        """Add a text to the one before, or after it."""
        ((text, _),) = left.texts
        last = self._left[-1] if self._left else left
        is_another = (last.section, last.reason) != (left.section, left.reason)
        if last is left or is_another or last.is_full(text):
            self._left.append(left)
        else:
            last.texts += left.texts

    def guess(self, file: str, route: Route, reason: str, where: Where | None = None) -> None:
        """Say that a value was concluded and not read, once for each value and reason."""
        if len(reason) > LONGEST_REASON:
            reason = f"{reason[: LONGEST_REASON - 3]}..."
        if (file, route, reason) not in self.guesses:
            self.guesses[file, route, reason] = None
            self.remarks.append(Remark("inferred", reason, where))

    def absent(self, message: str) -> None:
        """Say that the old report does not hold something."""
        self.remarks.append(Remark("absent", message))

    def prose(self, file: str, *route: str | int) -> Prose:
        """The text of a field, or the words that say that it has to be written."""
        texts = self.fields.get((file, route))
        if texts:
            return Prose("\n\n".join(text for text, _ in texts))
        last = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
        self.remarks.append(Remark("absent", f"{file}.yaml: `{last}` has to be written"))
        return Prose(TO_BE_WRITTEN)

    def notes_of(self, file: str) -> list[str]:
        """The notes of a file, each with its place in the old report."""
        return [f"{where}: {text}" for text, where in self.notes.get(file, ())]

    def set_aside(self) -> list[SetAside]:
        """What has no field, with its place in the old report."""
        return [
            SetAside(
                at=_from_to([where for _, where in left.texts]),
                section=left.section,
                reason=left.reason,
                text=Prose("\n\n".join(text for text, _ in left.texts)),
            )
            for left in self._left
        ]

    def all_guesses(self) -> list[Guess]:
        """The values to look at, in the order in which they were concluded."""
        return [
            Guess(file=file, route=route_text(route), reason=reason)
            for file, route, reason in self.guesses
        ]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A paragraph or a whole list, as prose writes it."""

    text: str
    where: Where
    blocks: tuple[Block, ...]


def chunks(entries: Iterable[Entry]) -> Iterator[Chunk]:
    """Entries as pieces of prose; items that follow one another are one list."""
    items: list[Item] = []
    for entry in entries:
        if isinstance(entry.block, Item):
            items.append(entry.block)
            continue
        if items:
            yield _list(items)
            items = []
        yield Chunk(text_of(entry.block), entry.block.where, (entry.block,))
    if items:
        yield _list(items)


def _list(items: list[Item]) -> Chunk:
    lines = (f"{'-' if item.number is None else f'{item.number}.'} {item.text}" for item in items)
    return Chunk("\n".join(lines), items[0].where, tuple(items))


def _parts(text: str) -> Iterator[str]:
    """A text in parts that a file can hold, cut between words where it has any."""
    start = 0
    while len(text) - start > LONGEST_TEXT:
        end = text.rfind(" ", start + 1, start + LONGEST_TEXT)
        end = start + LONGEST_TEXT if end < 0 else end
        yield text[start:end]
        start = end
    yield text[start:]


def _from_to(places: list[Where]) -> str:
    """`line 4`, `lines 4 to 9`, `page 1, line 4 to page 2, line 1`."""
    first, last = places[0], places[-1]
    if first == last:
        return str(first)
    if first.page is None:
        return f"lines {first.line} to {last.line}"
    return f"{first} to {last}"


def _short(text: str) -> str:
    return f"`{text}`" if len(text) <= 60 else f"`{text[:57]}...`"
