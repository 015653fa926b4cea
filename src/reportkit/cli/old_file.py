"""Turn an old report into the files of a publication and what is to be told of it.

This runs in a process of its own, as old reports come from anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportkit.cannot_run import CannotRun
from reportkit.legacy.draft import Draft
from reportkit.legacy.old_report import Remark
from reportkit.legacy.place import place
from reportkit.legacy.read import read_old_report
from reportkit.legacy.write import spots, write_draft


@dataclass(frozen=True, slots=True)
class OldFile:
    """An old report to read, with what the user said of it."""

    name: str
    content: bytes
    code: str | None
    day: date
    """Of the import."""


def read_apart(old: OldFile) -> dict[str, Any]:
    """The `texts` by path and the lines to be `told`; or the `message` and `hint` of why not."""
    try:
        draft = place(read_old_report(old.name, old.content), old.code, old.day)
    except CannotRun as stop:
        return {"message": str(stop), "hint": stop.hint}
    texts = write_draft(draft)
    return {"texts": texts, "told": list(told(old.name, draft, texts))}


def told(name: str, draft: Draft, texts: Mapping[str, str]) -> Iterator[str]:
    """What was placed where, what needs a look, and the counts, line by line."""
    for spot in spots(draft, texts):
        yield (
            f"{name}:{spot.old.line}: -> {spot.path}:{spot.line}  {spot.key}"
            if (spot.old.page is None)
            else f"{name}, {spot.old}: -> {spot.path}:{spot.line}  {spot.key}"
        )
    for remark in draft.remarks:
        yield f"{remark.kind}: {_at(name, remark)}{remark.message}"
    kinds = ("repaired", "inferred", "unplaced", "absent")
    counts = (f"{sum(r.kind == kind for r in draft.remarks)} {kind}" for kind in kinds)
    yield f"{draft.code}: {len(texts)} files written; {', '.join(counts)}"
    yield f"see what is wrong with it: reportkit check {draft.code}"


def _at(name: str, remark: Remark) -> str:
    match remark.where:
        case None:
            return ""
        case where if where.page is None:
            return f"{name}:{where.line}: "
        case where:
            return f"{name}, {where}: "
