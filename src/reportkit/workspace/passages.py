"""Publication in, passages out: every piece of prose a reader will see, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pydantic import BaseModel

from reportkit.findings.place import Route, Span
from reportkit.model.base import Prose
from reportkit.source.conditions import Condition
from reportkit.source.references import Referring, Saying, read_citations, read_references
from reportkit.workspace.publication import Publication

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

        A condition prints nothing and is blank; a statement is a sentence and ends as one.
        """
        text = self.text
        for reference in self.references:
            mark = " " if isinstance(reference, Condition) else REFERENCE_MARK
            text = _cover(text, reference.span, mark)
            if isinstance(reference, Saying):
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
    """Every text of the files, and whether it is prose; made once, as dozens of rules read them."""
    return tuple((Passage(key, route, str(text)), isinstance(text, Prose))
                 for key, model in publication.models()
                 for route, text in _texts(model, ()))  # fmt: skip


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
