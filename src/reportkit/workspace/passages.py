"""Publication in, passages out: every piece of prose a reader will see, with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reportkit.findings.place import At, Route, Span
from reportkit.model.base import Prose
from reportkit.model.files import TEXTS, kind_of, text_name
from reportkit.source.conditions import Condition
from reportkit.source.references import (
    Quoting,
    Referring,
    Saying,
    read_citations,
    read_references,
)
from reportkit.workspace.house_texts import HousePassage, house_texts, texts_within
from reportkit.workspace.publication import Publication
from reportkit.workspace.ways import Unresolved

REFERENCE_MARK = "\ufffc"
"""Stands in the plain text for each character of a reference, so that offsets hold."""


@dataclass(frozen=True)
class Passage:
    """One piece of prose; offsets count characters of `text`."""

    key: str
    """Key of the file: `summary`, `report` …"""
    route: Route
    text: str

    @cached_property
    def references(self) -> tuple[Referring, ...]:
        """What stands between `{{` and `}}`."""
        return read_references(self.text)

    @cached_property
    def citations(self) -> tuple[tuple[str, Span], ...]:
        """Source ids cited as `[@id]`."""
        return read_citations(self.text)

    @cached_property
    def plain(self) -> str:
        """The text with references and citations covered, character for character.

        A condition prints nothing and is blank; a statement or a house text ends as a sentence.
        """
        text = self.text
        for reference in self.references:
            mark = " " if isinstance(reference, Condition) else REFERENCE_MARK
            text = _cover(text, reference.span, mark)
            if isinstance(reference, Saying | Quoting):
                text = _cover(text, Span(reference.span.end - 1, reference.span.end), ".")
        for _, span in self.citations:
            text = _cover(text, span, " ")
        return text


@lru_cache(maxsize=4)
def passages(publication: Publication) -> tuple[Passage, ...]:
    """Every piece of prose of the files that have their form, in reading order."""
    return tuple(passage for passage, prose in texts(publication) if prose)


@lru_cache(maxsize=4)
def texts(publication: Publication) -> tuple[tuple[Passage, bool], ...]:
    """Every text of the files, and whether it is prose; made once, as dozens of rules read them.

    A house text stands behind the first text that prints it, in the wording that is printed.
    """
    return tuple(_with_house_texts(publication))


@lru_cache(maxsize=4)
def printed_at(publication: Publication) -> Mapping[str, tuple[At, ...]]:
    """Name of a house text to all places that print it, in reading order."""
    places: dict[str, tuple[At, ...]] = {}
    for passage in passages(publication):
        for reference in passage.references:
            if isinstance(reference, Quoting):
                at = At(passage.key, passage.route, reference.span)
                places[reference.name] = (*places.get(reference.name, ()), at)
    return places


def sections_printing(key: str, publication: Publication) -> Iterator[str]:
    """The sections that print the house text of a key, in themselves or in another house text."""
    for at in printed_at(publication).get(text_name(key) or "", ()):
        if text_name(at.key) is None:
            yield at.key
        else:
            yield from sections_printing(at.key, publication)


def _with_house_texts(publication: Publication) -> Iterator[tuple[Passage, bool]]:
    house = dict(house_texts(publication))
    for key, model in publication.models():
        if kind_of(key) == TEXTS:
            continue
        for route, text in texts_within(model):
            passage = Passage(key, route, str(text))
            is_prose = isinstance(text, Prose)
            yield passage, is_prose
            if house and is_prose:
                yield from _printed_in(passage, house)


def _printed_in(
    passage: Passage, house: dict[str, HousePassage | Unresolved]
) -> Iterator[tuple[Passage, bool]]:
    """The house texts of a passage, and those within them, that were not printed before."""
    for reference in passage.references:
        quoted = house.pop(reference.name, None) if isinstance(reference, Quoting) else None
        if isinstance(quoted, HousePassage):
            printed = Passage(quoted.key, quoted.route, quoted.text)
            yield printed, True
            yield from _printed_in(printed, house)


def _cover(text: str, span: Span, mark: str) -> str:
    return text[: span.start] + mark * (span.end - span.start) + text[span.end :]
