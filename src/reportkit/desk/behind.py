"""Say from which data a text of the page is made that no author wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from pydantic import BaseModel

from reportkit.desk.comments import MADE, Nowhere
from reportkit.desk.word_paper import page_texts, without_blanks
from reportkit.findings.place import Route, route_text
from reportkit.workspace.publication import Publication

MOST_FIELDS = 3
"""Fields that are named of one text."""


def behind(root: Path, publication: Publication, text: str, nowhere: Nowhere) -> Nowhere:
    """Why a text has no place in a file, with what it is made from where it is on the page."""
    if nowhere != MADE:
        return nowhere
    bare = without_blanks(text)
    block = next(
        (one for one in page_texts(root, publication) if bare in without_blanks(one)), None
    )
    if block is None:
        return Nowhere("it was written anew since")
    fields = _fields(publication, text) or _fields(publication, block)
    made = f"from {' and '.join(fields)}" if fields else "by reportkit, in words of its own"
    return Nowhere(f"no author wrote it: it is made {made}")


def _fields(publication: Publication, text: str) -> list[str]:
    """The fields whose values stand in a text, those with the longest values first."""
    found = {
        f"`{_field(route)}` of {key}.yaml": len(value)
        for key in ("input", "report", "project")
        for route, value in _values(publication.files[key].sound, ())
        if len(value) > 1 and re.search(rf"(?<![\w.]){re.escape(value)}(?![\w])", text)
    }
    return sorted(found, key=lambda field: -found[field])[:MOST_FIELDS]


def _field(route: Route) -> str:
    """A way through the data without the numbers of rows: `payers.name`."""
    return route_text(tuple(step for step in route if isinstance(step, str)))


def _values(value: object, route: Route) -> Iterator[tuple[Route, str]]:
    match value:
        case BaseModel():
            for name, inner in value:
                yield from _values(inner, (*route, name))
        case Mapping():
            for name, inner in value.items():
                yield from _values(inner, (*route, str(name)))
        case tuple():
            for index, inner in enumerate(value):
                yield from _values(inner, (*route, index))
        case bool() | None:
            return
        case str() | int() | Decimal() | date():
            yield route, str(value)
