"""The Sheet on which a draft is collected: texts by field, notes by file, remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reportkit.findings.place import Route
from reportkit.legacy.draft import TO_BE_WRITTEN, Placed
from reportkit.legacy.old_report import Block, Item, Remark, Where, text_of
from reportkit.legacy.outline import Entry
from reportkit.model.base import Prose


@dataclass(slots=True)
class Sheet:
    """Collects while the old report is gone through; read out once at the end."""

    fields: dict[tuple[str, Route], list[tuple[str, Where]]] = field(default_factory=dict)
    notes: dict[str, list[tuple[str, Where]]] = field(default_factory=dict)
    placed: list[Placed] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def put(self, file: str, route: Route, text: str, where: Where) -> None:
        """Add a text to a field; several texts become paragraphs of it."""
        self.fields.setdefault((file, route), []).append((text, where))
        self.placed.append(Placed(file, route, where))

    def note(self, file: str, text: str, where: Where) -> None:
        """Keep a text with the file, where it is never published."""
        kept = self.notes.setdefault(file, [])
        self.placed.append(Placed(file, ("notes", len(kept)), where))
        kept.append((text, where))

    def leave(self, file: str, block: Block, why: str) -> None:
        """Keep a block that has no field in the notes, and say so."""
        text = text_of(block)
        if isinstance(block, Item) and block.number is not None:
            text = f"{block.number}. {text}"
        self.note(file, text, block.where)
        self.remarks.append(Remark("unplaced", f"{why}: {_short(text)}", block.where))

    def inferred(self, message: str, where: Where | None = None) -> None:
        """Say that a value was concluded and not read."""
        self.remarks.append(Remark("inferred", message, where))

    def absent(self, message: str) -> None:
        """Say that the old report does not hold something."""
        self.remarks.append(Remark("absent", message))

    def prose(self, file: str, *route: str | int) -> Prose:
        """The text of a field, or the words that say that it has to be written."""
        texts = self.fields.get((file, route))
        if texts:
            return Prose("\n\n".join(text for text, _ in texts))
        last = next((str(each) for each in reversed(route) if isinstance(each, str)), "")
        self.remarks.append(Remark("absent", f"{file}.yaml: `{last}` has to be written"))
        return Prose(TO_BE_WRITTEN)

    def notes_of(self, file: str) -> list[str]:
        """The notes of a file, each with its place in the old report."""
        return [f"{where}: {text}" for text, where in self.notes.get(file, ())]


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


def _short(text: str) -> str:
    return f"`{text}`" if len(text) <= 60 else f"`{text[:57]}...`"
