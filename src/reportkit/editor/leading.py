"""Tell which names lead on within `{{ }}`, from a way to what was provided."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from reportkit.model.base import Unavailable
from reportkit.source.explanations import explanations
from reportkit.source.references import ROOTS, Reference, read_references
from reportkit.workspace.publication import Publication
from reportkit.workspace.resolve import resolve
from reportkit.workspace.statements import STATEMENTS, sayable
from reportkit.workspace.ways import Unresolved, follow, root_of


def references_offered(publication: Publication) -> Iterator[str]:
    """Every reference that prose can hold: values, statements and sources that are provided."""
    for kind in (_values, _statements, _citations):
        try:
            yield from kind(publication)
        except Unavailable:
            continue


def names_after(publication: Publication, before: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The names that lead on from a way to what was provided, each with its explanation."""
    match before:
        case ():
            yield from ((root, "") for root in (*ROOTS, "say"))
            if publication.house_texts:
                yield "text", "prints a text of the house"
            yield "holds", "binds the sentence to a condition on the data"
        case ("say",):
            for name in STATEMENTS:
                if not isinstance(sayable(name, publication.input), Unresolved):
                    yield name, ""
        case ("text",):
            yield from ((name, "") for name in sorted(publication.house_texts))
        case (root, *_) if root in ROOTS:
            yield from _within(follow(root_of(before, publication), before))


def _within(value: object) -> Iterator[tuple[str, str]]:
    """The fields of a record that hold something, each with its explanation."""
    match value:
        case BaseModel():
            explained = explanations(type(value))
            for name in type(value).model_fields:
                if vars(value).get(name) not in (None, ()):
                    yield name, explained.get(name, "")
        case (first, *_):
            yield from _within(first)
        case dict():
            yield from ((str(name), "") for name in value)


def _values(publication: Publication) -> Iterator[str]:
    """A reference to each single value: what is a list or a record cannot be printed."""
    for way in _leaves(publication, ("input",)):
        written = f"{{{{ {'.'.join(way)} }}}}"
        for reference in read_references(written):
            if isinstance(reference, Reference) and not isinstance(
                resolve(reference, publication), Unresolved
            ):
                yield written


def _leaves(publication: Publication, way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    further = [name for name, _ in names_after(publication, way)]
    for name in further:
        yield from _leaves(publication, (*way, name))
    if not further:
        yield way


def _statements(publication: Publication) -> Iterator[str]:
    for name, _ in names_after(publication, ("say",)):
        yield f"{{{{ say.{name} }}}}"


def _citations(publication: Publication) -> Iterator[str]:
    for source in publication.report.sources:
        yield f"[@{source.id}]"
