"""Say by which words of the page the place of a finding or a statement is found on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from reportkit.assemble.edition import Edition, citation_numbers
from reportkit.assemble.language import translations
from reportkit.findings.place import Route, route_text
from reportkit.model.base import Unavailable
from reportkit.render.markdown import Targets, blocks_html
from reportkit.workspace.passages import passages, sections_printing
from reportkit.workspace.publication import Publication
from reportkit.workspace.resolve import resolve_text


@dataclass(frozen=True, slots=True)
class Spot:
    """What is known of a place on the page; empty where it is not known."""

    section: str = ""
    """Id of the section."""
    words: str = ""
    """The beginning of what is printed there, with single blanks."""
    field: str = ""
    """The value of the input that is printed there: `mpfs.work_rvu`."""


def spot(publication: Publication, key: str, route: Route) -> Spot:
    """Where the value at a route in a file is printed."""
    if key == "input":
        return Spot(field=route_text(route))
    text = _nearest(publication, key, route)
    section = next(sections_printing(key, publication), key)
    return Spot(section, "" if text is None else printed_words(publication, text))


def printed_words(publication: Publication, text: str) -> str:
    """How an author's text begins on the page: its first paragraph, without markup."""
    first, _, _ = _html(publication, text).partition("</p>")
    return first.striptags()


def printed_text(publication: Publication, text: str) -> str:
    """An author's text as it is printed, without markup; empty where it cannot be."""
    return _html(publication, text).striptags()


def _html(publication: Publication, text: str) -> Markup:
    try:
        edition, targets = _printing(publication)
        return blocks_html(resolve_text(text, publication, edition), targets)
    except Unavailable:
        return Markup()


@lru_cache(maxsize=4)
def _printing(publication: Publication) -> tuple[Edition, Targets]:
    numbers: Mapping[str, int] = citation_numbers(publication)
    edition = Edition(publication, translations(publication.project.language), numbers)
    return edition, Targets(numbers, anchors=frozenset(), source_label="")


def _nearest(publication: Publication, key: str, route: Route) -> str | None:
    """The prose at a route; else what is printed of the row that it leads into."""
    own = {passage.route: passage.text for passage in passages(publication) if passage.key == key}
    if route in own:
        return own[route]
    numbers = [step for step, part in enumerate(route) if isinstance(part, int)]
    if not numbers:
        return next((text for way, text in own.items() if way[: len(route)] == route), None)
    row = route[: numbers[-1] + 1]
    return next((text for way, text in own.items() if way[: len(row)] == row), None)
