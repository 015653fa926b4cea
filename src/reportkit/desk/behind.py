"""Say from which data a text of the page is made that no author wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from reportkit.desk.comments import MADE, Nowhere
from reportkit.desk.made import Made, those_of, without_blanks
from reportkit.desk.word_paper import page_as_made
from reportkit.findings.place import Route, route_text
from reportkit.model.datasets import DATA_SECTIONS
from reportkit.workspace.publication import Publication

MOST_FIELDS = 3
"""Fields that are named of one text."""


def behind(root: Path, publication: Publication, text: str, nowhere: Nowhere) -> Nowhere:
    """Why a text has no place in a file, with what it is made from where it is on the page."""
    if nowhere != MADE:
        return nowhere
    standing = those_of(page_as_made(root, publication), text)
    if not standing:
        return Nowhere("it was written anew since")
    fields = (
        _fields_of_figures(standing, text)
        or _fields(publication, text)
        or _fields(publication, " ".join(made.text for made in standing))
    )
    made = f"from {' and '.join(fields)}" if fields else _by_reportkit(standing[0])
    return Nowhere(f"no author wrote it: it is made {made}")


def _fields_of_figures(standing: Iterable[Made], text: str) -> list[str]:
    """The fields that the figures in a text were taken from, as the page says of each."""
    bare = without_blanks(text)
    fields = dict.fromkeys(
        f"`{field}` of input.yaml"
        for made in standing
        for figure, field in made.figures
        if without_blanks(figure) in bare or bare in without_blanks(figure)
    )
    return list(fields)[:MOST_FIELDS]


def _by_reportkit(made: Made) -> str:
    """Of words that no field holds: where they stand, and what that place is filled from."""
    if not made.sections:
        return "by reportkit, in words of its own, outside the sections"
    filling = next((_FILLING[name] for name in reversed(made.sections) if name in _FILLING), None)
    where = f"by reportkit, in words of its own, for the section {made.sections[-1]}"
    return f"{where}, which {filling} fills" if filling else where


_FILLING: Final = {
    **{section.id: f"`{section.dataset}` of input.yaml" for section in DATA_SECTIONS},
    "modifiers": "`modifiers` of coding-specifications.yaml",
    "data-gaps": "`missing` of input.yaml",
    "sources": "`sources` of report.yaml",
    "revision-history": "`revisions` of report.yaml",
}


def _fields(publication: Publication, text: str) -> list[str]:
    """The fields whose values stand in a text, those with the longest values first."""
    shared = {
        f"`{_field(route)}` of {key}.yaml": len(value)
        for key in ("input", "report", "project")
        for route, value in _values(publication.files[key].sound, ())
        if len(value) > 1 and re.search(rf"(?<![\w.,]){re.escape(value)}(?!\w|[.,]\d)", text)
    }
    return sorted(shared, key=lambda field: -shared[field])[:MOST_FIELDS]


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
