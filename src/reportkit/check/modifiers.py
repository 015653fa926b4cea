"""Publication in, modifiers out: each one advised or provided, at the place to mend first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.check.issue import At, at
from reportkit.model.indicators import indicator_of
from reportkit.model.sections.coding_specifications import CodingSpecifications
from reportkit.workspace.publication import Publication


@dataclass(frozen=True, slots=True)
class Mention:
    """A modifier of the table, of a companion service, or provided without a row."""

    code: str
    at: At
    related: tuple[tuple[At, str], ...]
    companion: bool = False
    """Whether it goes on the line of another service, which has indicators of its own."""


def mentions(publication: Publication) -> Iterator[Mention]:
    """Each modifier of the rows, then those provided that are neither a row nor excluded."""
    provided = publication.input.modifiers or ()
    settled: set[str] = set()
    if publication.is_written("coding-specifications"):
        coding = publication.coding
        settled.update(modifier.code for modifier in coding.modifiers)
        settled.update(excluded.code for excluded in coding.excluded_modifiers)
        yield from _advised(coding, provided)
    for index, code in enumerate(provided):
        if code not in settled:
            yield Mention(code, at("input", "modifiers", index), ())


def indicator(field: str, value: str) -> tuple[str, str]:
    """The name of an indicator and the meaning of its value, for a message."""
    table = indicator_of(field)
    return table.name.lower(), table.told(value)


def _advised(coding: CodingSpecifications, provided: tuple[str, ...]) -> Iterator[Mention]:
    for index, row in enumerate(coding.modifiers):
        related: tuple[tuple[At, str], ...] = ()
        if row.code in provided:
            related = ((at("input", "modifiers", provided.index(row.code)), "provided here"),)
        yield Mention(row.code, at("coding-specifications", "modifiers", index, "code"), related)
    for number, service in enumerate(coding.companion_services):
        for place, code in enumerate(service.modifiers):
            route = ("companion_services", number, "modifiers", place)
            yield Mention(code, At("coding-specifications", route), (), companion=True)
