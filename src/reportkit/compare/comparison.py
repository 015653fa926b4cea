"""Two publications in, their Comparison out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pydantic import BaseModel

from reportkit.compare.rows import match_rows, moved_rows
from reportkit.compare.words import Piece, compare_words
from reportkit.findings.place import Route
from reportkit.model.datasets import KINDS
from reportkit.model.files import text_name
from reportkit.model.rows import fields_of
from reportkit.model.sections import AUTHORED
from reportkit.workspace.passages import sections_printing
from reportkit.workspace.publication import Publication, Unreadable

Kind = Literal["added", "removed", "edited", "moved", "moved and edited"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value that differs; `words` shows how."""

    route: Route
    old: str
    new: str
    words: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to a field or a row; `fields` are empty for a mere move."""

    key: str
    """Key of the file: `summary`, `input` …"""
    route: Route
    kind: Kind
    fields: tuple[FieldChange, ...]
    moved: tuple[int, int] | None = None
    """Old and new number of a row that changed its place, from 1."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one edition to the next."""

    code: str
    old_version: str
    new_version: str
    changes: tuple[Change, ...]
    unrecorded: tuple[str, ...]
    """Changed sections that no new entry of the revision history names."""
    printing: Mapping[str, tuple[str, ...]]
    """Key of each house text to the sections that print it, before or now."""

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections a reader sees changed."""
        seen = (section for change in self.changes for section in self.sections_of(change))
        return tuple(dict.fromkeys(seen))

    def sections_of(self, change: Change) -> tuple[str, ...]:
        """The sections in which a reader meets a change; none for bookkeeping."""
        if text_name(change.key) is not None:
            return self.printing[change.key]
        section = section_of(change)
        return () if section is None else (section,)


def compare(old: Publication, new: Publication) -> Comparison:
    """Compare two editions of one report; raises Unreadable for a faulty file."""
    printing = _printing(old, new)
    keys = ("project", "report", "input", *AUTHORED, *printing)
    changes = tuple(change for key in keys for change in _of_file(key, old, new))
    draft = Comparison(new.code, old.report.version, new.report.version, changes, (), printing)
    known = {revision.version for revision in old.report.revisions}
    named = {
        section
        for revision in new.report.revisions
        if revision.version not in known
        for section in revision.sections
    }
    missed = () if "all" in named else tuple(s for s in draft.sections if s not in named)
    return replace(draft, unrecorded=missed)


def _printing(old: Publication, new: Publication) -> dict[str, tuple[str, ...]]:
    """Key of each house text of two editions to the sections that print it."""
    keys = (key for one in (old, new) for key in one.files if text_name(key) is not None)
    return {
        key: tuple(dict.fromkeys((*sections_printing(key, old), *sections_printing(key, new))))
        for key in keys
    }


def section_of(change: Change) -> str | None:
    """The section whose own file or data has changed; None for bookkeeping and house texts."""
    if change.key in AUTHORED:
        return change.key
    if change.key != "input" or not change.route:
        return None
    kind = KINDS.get(str(change.route[0]))
    return kind.section if kind else None


def _of_file(key: str, old: Publication, new: Publication) -> Iterator[Change]:
    before, after = _model(key, old), _model(key, new)
    if before is None or after is None:
        if before is not after:
            kind: Kind = "added" if before is None else "removed"
            yield Change(key, (), kind, (_field((), before, after),))
        return
    yield from _values(key, (), before, after)


def _model(key: str, publication: Publication) -> BaseModel | None:
    """The model of a file that is there; raises Unreadable if any of it is faulty."""
    model = publication.model_of(key)
    if model is None and key in publication.files:
        raise Unreadable(key)
    return model


def _values(key: str, route: Route, old: object, new: object) -> Iterator[Change]:
    if old == new:
        return
    match old, new:
        case BaseModel(), BaseModel() if type(old) is type(new):
            for name in type(new).model_fields:
                yield from _values(key, (*route, name), getattr(old, name), getattr(new, name))
        case dict(), dict():
            for name in dict.fromkeys([*old, *new]):
                yield from _values(key, (*route, name), old.get(name), new.get(name))
        case tuple(), tuple():
            yield from _rows(key, route, old, new)
        case _:
            kind: Kind = "added" if old is None else "removed" if new is None else "edited"
            yield Change(key, route, kind, (_field(route, old, new),))


def _rows(key: str, route: Route, old: Sequence[object], new: Sequence[object]) -> Iterator[Change]:
    pairs = match_rows(old, new, fields_of(key, route))
    moved = moved_rows(pairs)
    for i, j in pairs:
        if j is None and i is not None:
            where = (*route, i)
            yield Change(key, where, "removed", (_field(where, old[i], None),))
        elif i is None and j is not None:
            where = (*route, j)
            yield Change(key, where, "added", (_field(where, None, new[j]),))
        elif i is not None and j is not None:
            yield from _row(
                key, (*route, j), old[i], new[j], (i + 1, j + 1) if j in moved else None
            )


def _row(
    key: str, route: Route, old: object, new: object, moved: tuple[int, int] | None
) -> Iterator[Change]:
    fields = tuple(field for change in _values(key, route, old, new) for field in change.fields)
    if moved and fields:
        yield Change(key, route, "moved and edited", fields, moved)
    elif moved:
        yield Change(key, route, "moved", (), moved)
    elif fields:
        yield Change(key, route, "edited", fields)


def _field(route: Route, old: object, new: object) -> FieldChange:
    before, after = shown(old), shown(new)
    return FieldChange(route, before, after, compare_words(before, after))


def shown(value: object) -> str:
    """A value as a reader of a comparison sees it; nothing for None."""
    match value:
        case None:
            return ""
        case BaseModel():
            parts = ((name, shown(getattr(value, name))) for name in type(value).model_fields)
            return "; ".join(f"{name}: {text}" for name, text in parts if text)
        case tuple():
            return ", ".join(shown(item) for item in value)
        case Mapping():
            return "; ".join(f"{name}: {shown(item)}" for name, item in value.items())
        case _:
            return " ".join(str(value).split())
