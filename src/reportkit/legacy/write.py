"""Draft in, the texts of its files out: YAML as authors write it, with the old lines beside."""

from __future__ import annotations

import hashlib
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportkit.findings.place import Route, line_and_column, route_text
from reportkit.legacy.draft import Draft, Placed
from reportkit.legacy.old_report import Where
from reportkit.model.base import Prose
from reportkit.model.files import place_of
from reportkit.source.emit import flow
from reportkit.source.parse import parse
from reportkit.source.tree import key_at, node_at

_WIDTH = 96


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something of the old report stands now."""

    old: Where
    path: str
    line: int
    key: str


def write_draft(draft: Draft) -> dict[str, str]:
    """Path in the project to text, for every file of the draft."""
    origins: dict[tuple[str, Route], list[Where]] = {}
    for placed in draft.placed:
        origins.setdefault((placed.file, placed.route), []).append(placed.where)
    texts: dict[str, str] = {}
    for key, data in draft.files.items():
        if key == "report":
            digest = hashlib.sha256(texts[path_of(draft, "input")].encode()).hexdigest()
            data = {**data, "input_sha256": digest}
        beside = {route: old for (file, route), old in origins.items() if file == key}
        lines = _mapping(data, 0, (), beside)
        texts[path_of(draft, key)] = "".join(f"{line}\n" for line in lines)
    return texts


def spots(draft: Draft, texts: Mapping[str, str]) -> tuple[Spot, ...]:
    """Where each placed text stands in the new files, in the order of the old report."""
    trees = {path: parse(text).root for path, text in texts.items()}
    written = {_spot(placed, draft, texts, trees) for placed in draft.placed}
    return tuple(
        sorted(
            written,
            key=lambda spot: (spot.old.page or 0, spot.old.line, spot.path, spot.line),
        )
    )


def path_of(draft: Draft, key: str) -> str:
    """Path of a file of the draft from the project folder."""
    return place_of(key, draft.code)


def _spot(placed: Placed, draft: Draft, texts: Mapping[str, str], trees: Mapping[str, Any]) -> Spot:
    path = path_of(draft, placed.file)
    root = trees[path]
    node = key_at(root, placed.route) or node_at(root, placed.route) or root
    line, _ = line_and_column(texts[path], node.span.start)
    return Spot(placed.where, path, line, route_text(placed.route))


_Beside = Mapping[Route, Sequence[Where]]


def _mapping(data: Mapping[str, Any], indent: int, route: Route, beside: _Beside) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(f"{' ' * indent}{key}:", value, indent, (*route, key), beside)


def _entry(start: str, value: Any, indent: int, route: Route, beside: _Beside) -> Iterator[str]:
    comment = _comment(beside.get(route, ()))
    match value:
        case str() if _is_text(value):
            yield f"{start} {'>' if isinstance(value, Prose) else '>-'}{comment}"
            yield from _folded(value, indent + 2)
        case Mapping() if value and not _fits(value, indent):
            yield f"{start}{comment}"
            yield from _mapping(value, indent + 2, route, beside)
        case list() | tuple() if value and not all(
            isinstance(item, str) and len(item) < 12 and (*route, i) not in beside
            for i, item in enumerate(value)
        ):
            yield f"{start}{comment}"
            for index, item in enumerate(value):
                yield from _item(item, indent + 2, (*route, index), beside)
        case _:
            yield f"{start} {flow(value)}{comment}"


def _item(value: Any, indent: int, route: Route, beside: _Beside) -> Iterator[str]:
    dash = f"{' ' * indent}-"
    if not isinstance(value, Mapping) or not value or _fits(value, indent):
        yield from _entry(dash, value, indent, route, beside)
        return
    lines = list(_mapping(value, indent + 2, route, beside))
    yield f"{dash} {lines[0].lstrip()}"
    yield from lines[1:]


def _fits(value: Mapping[str, Any], indent: int) -> bool:
    """True for a small record of single values, which stands on one line in braces."""
    if any(isinstance(item, Mapping | Prose) for item in value.values()):
        return False
    return indent > 0 and len(flow(value)) + indent <= _WIDTH


def _is_text(value: str) -> bool:
    """True for what a folded block holds without loss."""
    long = isinstance(value, Prose) or (len(value) > 60 and " " in value)
    plain = all(char.isprintable() or char == "\n" for char in value)
    return long and plain and bool(value.strip()) and not re.search(r"^\s|\s$|\n[ \t]", value)


def _folded(text: str, indent: int) -> Iterator[str]:
    """A text as a folded block: a line end of the text is an empty line more."""
    pad = " " * indent
    for number, line in enumerate(text.split("\n")):
        if number:
            yield ""
        for part in textwrap.wrap(
            line, max(40, _WIDTH - indent), break_long_words=False, break_on_hyphens=False
        ):
            yield pad + part


def _comment(places: Sequence[Where]) -> str:
    return f"  # {', '.join(dict.fromkeys(str(place) for place in places))}" if places else ""
