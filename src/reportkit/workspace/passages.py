"""Publication in, passages out: every piece of prose a reader will see, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pydantic import BaseModel

from reportkit.findings.place import Route, Span
from reportkit.model.base import Prose
from reportkit.source.references import (
    BadReference,
    Reference,
    read_citations,
    read_references,
)
from reportkit.workspace.publication import Publication

_CODE_SPAN = re.compile(r"`[^`\n]+`")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”)\]]*(?:\s+|$)")
_ABBREVIATIONS = re.compile(r"\b(?:e\.g|i\.e|vs|Dr|No|approx|etc|al|cf|Fig)\.$")
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")

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
    def references(self) -> tuple[Reference | BadReference, ...]:
        """What stands between `{{` and `}}`."""
        return read_references(self.text)

    @cached_property
    def citations(self) -> tuple[tuple[str, Span], ...]:
        """Source ids cited as `[@id]`."""
        return read_citations(self.text)

    @cached_property
    def plain(self) -> str:
        """The text with references and citations covered, character for character."""
        text = self.text
        for reference in self.references:
            text = _cover(text, reference.span, REFERENCE_MARK)
        for _, span in self.citations:
            text = _cover(text, span, " ")
        return text

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the plain text, without the white space around them."""
        return tuple(_sentences(self.plain))


@lru_cache(maxsize=4)
def passages(publication: Publication) -> tuple[Passage, ...]:
    """Every piece of prose of the files that have their form, in reading order."""
    return tuple(passage for passage, prose in texts(publication) if prose)


@lru_cache(maxsize=4)
def printed(publication: Publication) -> tuple[Passage, ...]:
    """Every text of the files that have their form and that is published: prose, and the
    titles, names and remarks that are not prose."""
    return tuple(passage for passage, _ in texts(publication)
                 if _is_printed(passage.key, passage.route))  # fmt: skip


@lru_cache(maxsize=4)
def texts(publication: Publication) -> tuple[tuple[Passage, bool], ...]:
    """Every text of the files, and whether it is prose; made once, as dozens of rules read them."""
    return tuple((Passage(key, route, str(text)), isinstance(text, Prose))
                 for key, model in publication.models()
                 for route, text in _texts(model, ()))  # fmt: skip


def _is_printed(key: str, route: Route) -> bool:
    match key:
        case "project":
            return route in _PRINTED_SETTINGS
        case "waivers":
            return False
        case _:
            return _FOR_EDITORS.isdisjoint(route)


_PRINTED_SETTINGS = (
    ("publisher", "name"),
    ("licences", "cpt"),
    ("licences", "cdt"),
    ("licences", "ub04"),
)
_FOR_EDITORS = frozenset({"notes", "aliases", "abbreviations", "file"})
"""Keys whose texts rules and editors read, and no reader."""


def _texts(value: object, route: Route) -> Iterator[tuple[Route, str]]:
    match value:
        case str():
            yield route, value
        case BaseModel():
            for name, item in value:
                yield from _texts(item, (*route, name))
        case tuple():
            for index, item in enumerate(value):
                yield from _texts(item, (*route, index))
        case dict():
            for name, item in value.items():
                yield from _texts(item, (*route, name))
        case _:
            return


def _cover(text: str, span: Span, mark: str) -> str:
    return text[: span.start] + mark * (span.end - span.start) + text[span.end :]


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    breaks = [*_PARAGRAPH.finditer(text)]
    for stop, after in [*((m.start(), m.end()) for m in breaks), (len(text), len(text))]:
        yield from _sentences_of(text, start, stop)
        start = after


def _sentences_of(text: str, start: int, stop: int) -> Iterator[Span]:
    begin = start
    for match in _SENTENCE_END.finditer(text, start, stop):
        if _ABBREVIATIONS.search(text, begin, match.start()):
            continue
        yield from _trimmed(text, begin, match.start())
        begin = match.end()
    yield from _trimmed(text, begin, stop)


def _trimmed(text: str, start: int, stop: int) -> Iterator[Span]:
    piece = text[start:stop]
    if piece.strip():
        left = start + len(piece) - len(piece.lstrip())
        yield Span(left, left + len(piece.strip()))
