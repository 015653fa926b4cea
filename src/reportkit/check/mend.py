"""Make the fixes that several rules offer: a value that was meant, rows taken out, a list anew."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Any

from reportkit.check.issue import Fix, SetKeys
from reportkit.findings.meant import meant
from reportkit.findings.place import Route
from reportkit.model.input import Payer, Site
from reportkit.source.emit import flow
from reportkit.source.tree import node_at
from reportkit.source.values import plain
from reportkit.workspace.publication import Publication


def meant_value(word: str, known: Iterable[str]) -> Fix | None:
    """The one known value that a misspelt one can stand for, as it is written in a file."""
    right = meant(word, known)
    return None if right is None else Fix(flow(right))


def id_meant(word: str, rows: Sequence[Payer] | Sequence[Site]) -> Fix | None:
    """The id of the one row that a word can stand for: by its name, or as a misspelt id."""
    named = {
        row.id
        for row in rows
        for name in (row.name, *row.aliases)
        if name.casefold() == word.strip().casefold()
    }
    if len(named) == 1:
        return Fix(flow(named.pop()))
    return meant_value(word, [row.id for row in rows])


def without(
    publication: Publication, key: str, row: Route, others: Iterable[Route] = ()
) -> SetKeys | None:
    """The file without a row of a list of which others may be to go too.

    Where no other row would stay, all go at once: of edits that each take out one row, the last
    would leave a list without an item, which is none.
    """
    going = {row, *others}
    listed = _data(publication, key, row[:-1])
    rows = going if listed is not None and len(listed) == len(going) else {row}
    top = str(row[0])
    data = _data(publication, key, (top,))
    return None if data is None else SetKeys({top: _without(data, (top,), rows)}, (top,))


def listed_anew(
    publication: Publication, key: str, top: str, items: Sequence[str]
) -> SetKeys | None:
    """The file with a list of single values written anew."""
    return None if _data(publication, key, (top,)) is None else SetKeys({top: items}, (top,))


def same_rows(publication: Publication, key: str, one: Route, other: Route) -> bool:
    """Whether two rows say the same in all they hold."""
    return bool(_data(publication, key, one) == _data(publication, key, other))


def _data(publication: Publication, key: str, route: Route) -> Any:
    """What stands at a route, as plain data; None if remarks stand in brackets there.

    A list in brackets is written anew as a whole, and remarks in it would be lost.
    """
    loaded = publication.files[key]
    node = node_at(loaded.tree.root, route) if loaded.tree.root else None
    if node is None:
        return None
    written = loaded.file.text[node.span.start : node.span.end]
    return None if written.startswith(("[", "{")) and "#" in written else plain(node)


def _without(value: Any, route: Route, rows: Container[Route]) -> Any:
    match value:
        case dict():
            return {name: _without(item, (*route, name), rows) for name, item in value.items()}
        case tuple():
            return tuple(
                _without(item, (*route, index), rows)
                for index, item in enumerate(value)
                if (*route, index) not in rows
            )
        case _:
            return value
