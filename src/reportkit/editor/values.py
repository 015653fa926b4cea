"""Tell which values a publication's own data allows at the keys of its files.

The same table serves who completes what is typed and who narrows a schema to one publication.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportkit.check.rule import Rule
from reportkit.findings.place import Route
from reportkit.model.base import Unavailable
from reportkit.model.datasets import KINDS, PAYERS_AT, SOURCES_AT
from reportkit.model.files import place_of
from reportkit.model.modifiers import MODIFIERS
from reportkit.model.sections import AUTHORED, FROM_DATA
from reportkit.workspace.gaps import open_gaps
from reportkit.workspace.publication import Publication


@dataclass(frozen=True, slots=True)
class Value:
    """A value that may stand at a place, and what it means in a few words."""

    text: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What values are taken from: a publication, and the rules that hold for it."""

    publication: Publication
    rules: Sequence[Rule]


Key = tuple[str, str]
"""Key of a file, and the path of a key in it: `("input", "coverage.payer")`."""


def values_allowed(known: Known, key: str, route: Route) -> tuple[Value, ...] | None:
    """The values allowed at a route of a file; None where the data does not say."""
    listed = VALUES.get((key, path_of(key, route)))
    return None if listed is None else values_of(listed, known)


def keys_named(known: Known, key: str, route: Route) -> tuple[Value, ...] | None:
    """The keys allowed in a mapping of names; None where the data does not say."""
    listed = NAMES.get((key, path_of(key, route)))
    return None if listed is None else values_of(listed, known)


def path_of(key: str, route: Route) -> str:
    """A route as a path of keys: without the numbers of rows, names of the author's own as `*`."""
    steps = [step for step in route if isinstance(step, str)]
    if len(steps) > 1 and (key, steps[0]) in NAMES:
        steps[1] = "*"
    return ".".join(steps)


def values_of(listed: Callable[[Known], Iterator[Value]], known: Known) -> tuple[Value, ...]:
    """The values of a kind; none while the file they come from cannot be read."""
    try:
        return tuple(listed(known))
    except Unavailable:
        return ()


def modifiers(known: Known) -> Iterator[Value]:
    """The modifiers that were provided."""
    for code in known.publication.input.modifiers or ():
        described = MODIFIERS.get(code)
        yield Value(code, described.meaning if described else "")


def payers(known: Known) -> Iterator[Value]:
    """The ids of the payers that were provided."""
    for payer in known.publication.input.payers or ():
        yield Value(payer.id, payer.name)


def sites(known: Known) -> Iterator[Value]:
    """The ids of the sites that were provided."""
    for site in known.publication.input.sites or ():
        yield Value(site.id, f"{site.name}, place of service {', '.join(site.pos)}")


def sources(known: Known) -> Iterator[Value]:
    """The ids of the sources of the report."""
    for source in known.publication.report.sources:
        yield Value(source.id, source.citation)


def _code(known: Known) -> Iterator[Value]:
    report = known.publication.report
    yield Value(report.code, report.title)


def _sections(_: Known) -> Iterator[Value]:
    yield from (Value(section) for section in (*AUTHORED, *FROM_DATA))


def _listed_sections(known: Known) -> Iterator[Value]:
    yield from (Value(section) for section in known.publication.report.sections)


def _changed_sections(known: Known) -> Iterator[Value]:
    yield Value("all", "the whole publication")
    yield from _listed_sections(known)


def _gaps(known: Known) -> Iterator[Value]:
    """What was not provided, and the sections that are not written."""
    yield from (Value(field) for field in open_gaps(known.publication))
    for section in AUTHORED:
        if not known.publication.is_written(section):
            yield Value(section, "a section that is not written")


def _waivable(known: Known) -> Iterator[Value]:
    for rule in known.rules:
        if rule.waivable:
            yield Value(rule.name, " ".join(rule.page.summary.split()))


def _files(known: Known) -> Iterator[Value]:
    code = known.publication.code
    yield from (Value(place_of(key, code)) for key in known.publication.files)


def _provided(known: Known) -> Iterator[Value]:
    """The keys of the data that hold something, whose provenance is to be told."""
    data = known.publication.input
    yield from (Value(key, kind.label) for key, kind in KINDS.items() if getattr(data, key))


Listed = Callable[[Known], Iterator[Value]]

VALUES: Final[dict[Key, Listed]] = {
    ("coding-specifications", "modifiers.code"): modifiers,
    ("coding-specifications", "excluded_modifiers.code"): modifiers,
    ("coding-specifications", "companion_services.modifiers"): modifiers,
    ("clinical-context", "vignette.site"): sites,
    ("clinical-context", "vignette.code"): _code,
    ("clinical-context", "guidelines.source"): sources,
    ("input", "provenance.*.source"): sources,
    ("input", "missing.field"): _gaps,
    ("input", "missing.section"): _listed_sections,
    **{("input", path): payers for path in PAYERS_AT},
    **{("input", path): sources for path in SOURCES_AT},
    ("report", "sections"): _sections,
    ("report", "revisions.sections"): _changed_sections,
    ("waivers", "waivers.rule"): _waivable,
    ("waivers", "waivers.path"): _files,
    ("house-waivers", "waivers.rule"): _waivable,
}
"""Where the value of a key is one of the publication's own, and which those are."""

NAMES: Final[dict[Key, Listed]] = {
    ("input", "provenance"): _provided,
    ("project", "rules"): _waivable,
    ("report", "abbreviations"): lambda _: iter(()),
}
"""Mappings whose keys are names, and which those may be."""
