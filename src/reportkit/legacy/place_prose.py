"""Entries of the summary and the billing overview in, fields of these sections on the sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportkit.legacy.old_report import Heading, Item, Paragraph, Row, Where
from reportkit.legacy.outline import Entry
from reportkit.legacy.sheet import Chunk, Sheet, chunks
from reportkit.legacy.words import sentences


def place_summary(entries: Sequence[Entry], sheet: Sheet) -> None:
    """First sentence to `definition`, last paragraph to `importance`, the rest between them."""
    found = list(chunks(without_tables("summary", entries, sheet)))
    if not found:
        return
    first, *rest = found
    opening, *others = sentences(first.text) if len(first.blocks) == 1 else [first.text]
    sheet.put("summary", ("definition",), opening, first.where)
    last: Chunk | None = rest.pop() if rest else None
    if last is None and len(others) > 1:
        last = Chunk(others.pop(), first.where, ())
    if others:
        sheet.put("summary", ("relevance",), " ".join(others), first.where)
    for chunk in rest:
        sheet.put("summary", ("relevance",), chunk.text, chunk.where)
    if last is not None:
        missing = ("summary", ("relevance",)) not in sheet.fields
        sheet.put("summary", ("relevance" if missing else "importance",), last.text, last.where)


@dataclass(frozen=True, slots=True)
class Label:
    """A line `Name: value`."""

    name: str
    value: str
    where: Where


def place_billing(entries: Sequence[Entry], sheet: Sheet) -> tuple[Label, ...]:
    """Prose to `description` and `units`; lines with a known label are data and go to notes."""
    labels: list[Label] = []
    prose: list[Entry] = []
    for entry in without_tables("billing-overview", entries, sheet):
        label = _label(entry)
        if label is None and entry.part == "units":
            sheet.put("billing-overview", ("units",), _written(entry), entry.block.where)
            continue
        if label is None:
            prose.append(entry)
            continue
        labels.append(label)
        if label.name == "units":
            sheet.put("billing-overview", ("units",), label.value, label.where)
            name = str(getattr(entry.block, "text", "")).partition(":")[0]
            sheet.note("billing-overview", f"{name}:", label.where)
        else:
            sheet.note("billing-overview", _written(entry), label.where)
    for chunk in chunks(prose):
        sheet.put("billing-overview", ("description",), chunk.text, chunk.where)
    return tuple(labels)


def without_tables(section: str, entries: Sequence[Entry], sheet: Sheet) -> list[Entry]:
    """The entries that prose can hold; the others go to the notes of the section."""
    kept: list[Entry] = []
    for entry in entries:
        if entry.part is None:
            why = (
                "no section has this heading"
                if isinstance(entry.block, Heading)
                else ("stands below a heading that no section has")
            )
            sheet.leave(section, entry.block, why)
        elif isinstance(entry.block, Row):
            sheet.leave(section, entry.block, "a table has no field in this section")
        else:
            kept.append(entry)
    return kept


_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?:{pattern})\s*:\s*(?P<value>\S.*)", re.IGNORECASE | re.DOTALL))
    for name, pattern in (
        ("service", r"(?:service|procedure) (?:type|category|class)|type of service"),
        (
            "sites",
            r"(?:typical |common |usual )?(?:sites?|places?|settings?)"
            r"(?: of (?:service|care))?(?:\s*\(?POS\)?)?",
        ),
        ("purpose", r"(?:clinical )?purpose"),
        ("units", r"units?(?: of service)?"),
    )
)


def _label(entry: Entry) -> Label | None:
    block = entry.block
    if entry.part in ("sites", "units") and isinstance(block, Item | Paragraph):
        text = block.text
        known = next((p.fullmatch(text) for _, p in _LABELS if p.fullmatch(text)), None)
        if known is None:
            return Label(entry.part, text, block.where) if entry.part == "sites" else None
    if not isinstance(block, Item | Paragraph):
        return None
    for name, pattern in _LABELS:
        found = pattern.fullmatch(block.text)
        if found:
            return Label(name, found["value"], block.where)
    return None


def _written(entry: Entry) -> str:
    block = entry.block
    if isinstance(block, Item) and block.number is not None:
        return f"{block.number}. {block.text}"
    return block.text if isinstance(block, Item | Paragraph) else ""
