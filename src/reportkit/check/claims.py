"""Turn the advice of a publication into claims: lines with their modifiers and units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportkit.check.add_ons import paid_beside
from reportkit.check.issue import At, at
from reportkit.check.pairs import Pair, pairs_in_force
from reportkit.model.code_families import is_visit
from reportkit.model.modifiers import MODIFIERS
from reportkit.model.modifiers.exclusive import alternatives
from reportkit.model.sections.coding_specifications import (
    ClaimLine,
    CompanionService,
    ModifierRow,
)
from reportkit.reading.codes import code_mentions
from reportkit.reading.limits import limits
from reportkit.reading.pairs import service_apart
from reportkit.reading.text import Text, prose_texts
from reportkit.reading.unit_basis import units_entered
from reportkit.reading.units import conversions
from reportkit.workspace.publication import Publication

VISIT: Final = "visit"
"""Stands for the code of a visit, where the advice does not name one."""

SERVICE: Final = "service"
"""Stands for the code of another service that the advice does not name."""

STAND_INS: Final = frozenset({VISIT, SERVICE})
"""What stands for a code, and so is held against no data of its own."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a claim: a code, what is appended to it, and how often it was done."""

    code: str
    modifiers: tuple[str, ...] = ()
    units: int = 1

    def __str__(self) -> str:
        code = "-".join((self.code, *self.modifiers))
        return code if self.units == 1 else f"{code} x {self.units}"


@dataclass(frozen=True, slots=True)
class Claim:
    """The lines that a piece of advice recommends."""

    at: At
    lines: tuple[Line, ...]
    row: ClaimLine | None = None
    """Where a row of the modifier table puts its modifier; None for other advice."""
    is_set_apart: bool = False
    """Whether the advice itself says that its codes are not always billed together."""
    is_limit: bool = False
    """Whether its units are held to the limit by the rule on units, wherever they are named."""
    primary: str | None = None
    """The code that was put before an add-on, as no claim has the add-on alone."""

    def __str__(self) -> str:
        return " with ".join(map(str, self.lines))

    def lines_of(self, code: str) -> tuple[Line, ...]:
        """The lines of a code."""
        return tuple(line for line in self.lines if line.code == code)


def claims(publication: Publication) -> Iterator[Claim]:
    """The claims of the modifier table, of companion services, and of what is said of units.

    Rows and units speak of a line alone: that of an add-on has the first of its primary codes
    before it. Companion services have the one that the advice names among them, if any.
    """
    beside = paid_beside(publication)
    known = beside.codes if beside is not None else ()
    if publication.is_written("coding-specifications"):
        for index, row in enumerate(publication.coding.modifiers):
            where = at("coding-specifications", "modifiers", index, "code")
            claim = Claim(where, _of_row(publication, row), row.appended_to)
            yield _with_primary(claim, known)
        companions = list(_companions(publication))
        advised = [line.code for claim in companions for line in claim.lines if line.code in known]
        yield from (_with_primary(claim, advised) for claim in companions)
    yield from (_with_primary(claim, known) for claim in _units(publication))


def _with_primary(claim: Claim, primaries: Sequence[str]) -> Claim:
    """The claim of an add-on with a primary code before it, unless one is on it already."""
    if not primaries or any(line.code in primaries for line in claim.lines):
        return claim
    return replace(claim, lines=(Line(primaries[0]), *claim.lines), primary=primaries[0])


def _of_row(publication: Publication, row: ModifierRow) -> tuple[Line, ...]:
    code, modifiers = publication.code, (row.code,)
    match row.appended_to:
        case "companion-e-m" if not is_visit(code):
            return Line(VISIT, modifiers), Line(code)
        case "column-two":
            edit = _openest(publication)
            if edit is not None:
                return Line(edit.edit.column_1), Line(edit.edit.column_2, modifiers)
    return (Line(code, modifiers),)


def _openest(publication: Publication) -> Pair | None:
    """The edit with this code that a modifier opens, or the next best one."""
    pairs = [
        edit
        for both, edits in pairs_in_force(publication).items()
        if publication.code in both
        for edit in edits
    ]
    return min(pairs, key=lambda pair: pair.edit.indicator != "1", default=None)


def _companions(publication: Publication) -> Iterator[Claim]:
    """Each companion service beside the code.

    One that is named without a code is a visit if it has modifiers, all of them those of visits.
    Modifiers of which a line carries one are read as alternatives, each on a claim of its own.
    """
    named: dict[int, dict[str, None]] = {}
    for text in prose_texts(publication):
        if text.key == "coding-specifications" and text.route[0] == "companion_services":
            codes = named.setdefault(_number(text), {})
            codes.update(
                dict.fromkeys(
                    mention.code for mention in code_mentions(text) if mention.kind == "billing"
                )
            )
    for index, service in enumerate(publication.coding.companion_services):
        apart = service_apart(service.name, service.note)
        others = [code for code in named.get(index, ()) if code != publication.code]
        where = at("coding-specifications", "companion_services", index)
        for other in others or [_stand_in(service)]:
            for modifiers in alternatives(service.modifiers):
                lines = (Line(other, modifiers), Line(publication.code))
                yield Claim(where, lines, is_set_apart=apart)


def _stand_in(service: CompanionService) -> str:
    known = [MODIFIERS.get(modifier) for modifier in service.modifiers]
    is_visit_line = all(kind is not None and "companion-e-m" in kind.lines for kind in known)
    return VISIT if known and is_visit_line else SERVICE


def _number(text: Text) -> int:
    """Which of a list a text belongs to."""
    return next(step for step in text.route if isinstance(step, int))


def _units(publication: Publication) -> Iterator[Claim]:
    """Units that texts give as allowed on a day, make of an amount, or tell to enter."""
    for text in prose_texts(publication):
        for most in limits(text):
            line = Line(publication.code, units=most.units)
            yield Claim(text.at(most.start, most.end), (line,), is_limit=True)
        for made in conversions(text):
            line = Line(publication.code, units=int(made.units))
            yield Claim(text.at(made.start, made.end), (line,))
        for entered in units_entered(text):
            line = Line(publication.code, units=int(entered.units))
            yield Claim(text.at(entered.start, entered.end), (line,), is_limit=True)
