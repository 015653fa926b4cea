"""List where a publication names modifiers, payers, sites, sources and data, and their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.check.engine import locate
from reportkit.check.sources import sources_named
from reportkit.findings.place import At, Place, Route
from reportkit.model.base import Unavailable
from reportkit.model.datasets import PAYERS_AT
from reportkit.model.paths import values_at
from reportkit.reading.modifiers import modifier_mentions
from reportkit.reading.sites import site_mentions
from reportkit.reading.text import worded_texts
from reportkit.source.conditions import Condition
from reportkit.source.references import Reference, Saying
from reportkit.workspace.house_texts import HousePassage, house_texts
from reportkit.workspace.passages import passages, printed_at
from reportkit.workspace.publication import Publication

Kind = Literal["modifier", "payer", "site", "source", "data", "text", "statement"]


@dataclass(frozen=True, slots=True)
class Naming:
    """A place that names something of the data, or the row that provides it."""

    kind: Kind
    name: str
    """The code of a modifier, the id of a row, or the way to a value: `input.mpfs.work_rvu`."""
    at: At
    is_row: bool = False
    in_words: bool = False
    """True where prose names it by a word of its own, which may not be the id."""


def namings(publication: Publication) -> tuple[Naming, ...]:
    """Every naming of the files that can be read; of a pair of rows, the first stands first."""
    return tuple(naming for family in _FAMILIES for naming in _read(family, publication))


def naming_at(publication: Publication, key: str, offset: int) -> Naming | None:
    """What is named at an offset of a file; of two, the one with the shorter stretch."""
    here = [
        (place.span.end - place.span.start, index, naming)
        for index, naming in enumerate(namings(publication))
        if naming.at.key == key
        and (place := place_of(publication, naming)).span.start <= offset <= place.span.end
    ]
    return min(here, key=lambda entry: entry[:2])[2] if here else None


def alike(publication: Publication, naming: Naming) -> Iterator[Naming]:
    """Every naming of the same, itself and the row among them."""
    same = (naming.kind, naming.name)
    return (other for other in namings(publication) if (other.kind, other.name) == same)


def place_of(publication: Publication, naming: Naming) -> Place:
    """Where a naming stands in its file."""
    return locate(publication.files[naming.at.key], naming.at)


def _read(
    family: Callable[[Publication], Iterator[Naming]], publication: Publication
) -> Iterator[Naming]:
    """The namings of one kind, as far as the files that hold them can be read."""
    try:
        yield from family(publication)
    except Unavailable:
        return


def _provided_modifiers(publication: Publication) -> Iterator[Naming]:
    for index, code in enumerate(publication.input.modifiers or ()):
        yield Naming("modifier", code, At("input", ("modifiers", index)), is_row=True)


def _advised_modifiers(publication: Publication) -> Iterator[Naming]:
    if not publication.is_written("coding-specifications"):
        return
    coding = publication.coding
    for table in ("modifiers", "excluded_modifiers"):
        for index, row in enumerate(getattr(coding, table)):
            yield Naming("modifier", row.code, _in_coding(table, index, "code"))
    for number, service in enumerate(coding.companion_services):
        for index, code in enumerate(service.modifiers):
            at = _in_coding("companion_services", number, "modifiers", index)
            yield Naming("modifier", code, at)


def _told_modifiers(publication: Publication) -> Iterator[Naming]:
    for text in worded_texts(publication):
        for mention in modifier_mentions(text):
            at = text.at(mention.start, mention.end)
            yield Naming("modifier", mention.code, at, in_words=True)


def _payers(publication: Publication) -> Iterator[Naming]:
    for index, payer in enumerate(publication.input.payers or ()):
        yield Naming("payer", payer.id, At("input", ("payers", index, "id")), is_row=True)
    for path in PAYERS_AT:
        for route, payer_id in values_at(publication.input, path):
            yield Naming("payer", payer_id, At("input", route))


def _provided_sites(publication: Publication) -> Iterator[Naming]:
    for index, site in enumerate(publication.input.sites or ()):
        yield Naming("site", site.id, At("input", ("sites", index, "id")), is_row=True)


def _told_sites(publication: Publication) -> Iterator[Naming]:
    if publication.is_written("clinical-context"):
        at = At("clinical-context", ("vignette", "site"))
        yield Naming("site", publication.clinical.vignette.site, at)
    for text in worded_texts(publication):
        for mention in site_mentions(text, publication.input.sites or ()):
            if mention.clear and len(mention.sites) == 1 and text.key != "input":
                at = text.at(mention.start, mention.end)
                yield Naming("site", mention.sites[0].id, at, in_words=True)


def _listed_sources(publication: Publication) -> Iterator[Naming]:
    for index, source in enumerate(publication.report.sources):
        yield Naming("source", source.id, At("report", ("sources", index, "id")), is_row=True)


def _named_sources(publication: Publication) -> Iterator[Naming]:
    for at, source in sources_named(publication):
        yield Naming("source", source, at)


def _data(publication: Publication) -> Iterator[Naming]:
    """The values that prose takes from the data, or holds against it, each with its key there."""
    ways: dict[tuple[str, ...], None] = {}
    for passage in passages(publication):
        for reference in passage.references:
            match reference:
                case Reference(names=names):
                    named = [names]
                case Condition(comparisons=comparisons):
                    named = [way.names for comparison in comparisons for way in comparison.ways]
                case _:
                    named = []
            for names in named:
                ways[names] = None
                at = At(passage.key, passage.route, reference.span)
                yield Naming("data", ".".join(names), at)
    for names in ways:
        route = _route(publication, names)
        if route:
            yield Naming("data", ".".join(names), At(names[0], route, target="key"), is_row=True)


def _house_texts(publication: Publication) -> Iterator[Naming]:
    """The places that print a house text, and the wording that they print."""
    for name, places in printed_at(publication).items():
        printed = house_texts(publication).get(name)
        if isinstance(printed, HousePassage):
            yield Naming("text", name, At(printed.key, printed.route, target="key"), is_row=True)
        yield from (Naming("text", name, at) for at in places)


def _statements(publication: Publication) -> Iterator[Naming]:
    """The places that print a sentence which is written from the data."""
    for passage in passages(publication):
        for reference in passage.references:
            if isinstance(reference, Saying):
                at = At(passage.key, passage.route, reference.span)
                yield Naming("statement", reference.name, at)


def _route(publication: Publication, names: tuple[str, ...]) -> Route:
    """The way of a reference as a route, through the first row of each list; empty if it ends."""
    value: object = publication.model(names[0])
    route: list[str | int] = []
    for name in names[1:]:
        if isinstance(value, tuple):
            if not value:
                return ()
            route.append(0)
            value = value[0]
        route.append(name)
        value = value.get(name) if isinstance(value, dict) else getattr(value, name, None)
    return tuple(route)


def _in_coding(*route: str | int) -> At:
    return At("coding-specifications", route)


_FAMILIES: Final = (
    _provided_modifiers,
    _advised_modifiers,
    _told_modifiers,
    _payers,
    _provided_sites,
    _told_sites,
    _listed_sources,
    _named_sources,
    _data,
    _house_texts,
    _statements,
)
