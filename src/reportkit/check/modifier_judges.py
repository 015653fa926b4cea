"""Look at the modifiers of a claim's lines: their line, code, indicators, period, site and list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from reportkit.check.claims import STAND_INS, VISIT, Claim, Line
from reportkit.check.modifiers import indicator
from reportkit.check.remark import DENIED_CLAIM, Denial, Remark, Unknown
from reportkit.model.code_families import is_visit
from reportkit.model.modifiers import MODIFIERS
from reportkit.model.modifiers.belongings import misfit
from reportkit.model.modifiers.fee_schedule import NEEDS_GLOBAL, needs_indicator
from reportkit.model.modifiers.lookup import modifier_on
from reportkit.model.modifiers.telehealth import AT_A_DISTANCE, BY_SOUND
from reportkit.model.pos import POS
from reportkit.workspace.publication import Publication


def _line(claim: Claim, _: Publication) -> Iterator[Remark]:
    """Modifiers on the line that carries them, and on the kind of code they go on."""
    for line in claim.lines:
        for modifier in line.modifiers:
            yield from _on_line(claim, line, modifier)


def _on_line(claim: Claim, line: Line, modifier: str) -> Iterator[Remark]:
    known = modifier_on(modifier, line.code)
    visit = line.code == VISIT or is_visit(line.code)
    if known is None:
        yield Denial(f"modifier {modifier} is not known", "unknown-modifier")
    elif line.code in STAND_INS - {VISIT}:
        return
    elif visit and "companion-e-m" in known.lines:
        yield from _on_code(claim, line, modifier)
    elif line.code == VISIT or known.lines == {"companion-e-m"}:
        lines = " or ".join(sorted(known.lines))
        yield Denial(
            f"modifier {modifier} does not go on {line.code}: it goes on the line {lines}",
            "misplaced-modifier" if claim.row else DENIED_CLAIM,
            f"take {modifier} off {line.code}",
        )
    elif claim.row is not None and claim.row not in known.lines:
        yield Denial(
            f"modifier {modifier} does not go on the line {claim.row}", "misplaced-modifier"
        )
    else:
        yield from _on_code(claim, line, modifier)


def _on_code(claim: Claim, line: Line, modifier: str) -> Iterator[Remark]:
    belonging = misfit(modifier, line.code)
    if belonging is not None:
        yield Denial(
            f"modifier {modifier} goes on {belonging.on}, and not on {line.code}",
            "misplaced-modifier" if claim.row == "procedure" else DENIED_CLAIM,
            f"take {modifier} off {line.code}",
        )


def _in_force(claim: Claim, publication: Publication) -> Iterator[Remark]:
    """Modifiers that ended before the advice takes effect."""
    day = publication.report.effective
    for line in claim.lines:
        for modifier in line.modifiers:
            known = MODIFIERS.get(modifier)
            if known is not None and known.ended is not None and known.ended < day:
                yield Denial(
                    f"modifier {modifier} ended on {known.ended}",
                    DENIED_CLAIM,
                    f"take {modifier} out, or name the one that came instead",
                )


def _indicators(claim: Claim, publication: Publication) -> Iterator[Remark]:
    mpfs = publication.input.mpfs
    for line in claim.lines_of(publication.code) if mpfs is not None else ():
        for modifier in line.modifiers:
            field, values = needs_indicator(modifier, line.code) or ("", frozenset())
            value = getattr(mpfs, field, None)
            if value is not None and value not in values:
                name, meaning = indicator(field, value)
                yield Denial(
                    f"modifier {modifier}: {name} {value}, {meaning}", "modifier-against-indicator"
                )


def _global_period(claim: Claim, publication: Publication) -> Iterator[Remark]:
    """Modifiers of surgery against the days of the code; on a visit beside it, too."""
    mpfs = publication.input.mpfs
    if mpfs is None:
        return
    for line in claim.lines:
        if line.code == publication.code and is_visit(line.code):
            continue
        for modifier in line.modifiers:
            if mpfs.global_days in NEEDS_GLOBAL.get(modifier, ()):
                _, meaning = indicator("global_days", mpfs.global_days)
                yield Denial(
                    f"modifier {modifier}: global period {mpfs.global_days}, {meaning}",
                    "modifier-against-global",
                )


def _of_facilities(claim: Claim, publication: Publication) -> Iterator[Remark]:
    """Modifiers of a hospital's or surgical center's claim where no such site was provided."""
    sites = publication.input.sites or ()
    rates = {POS[code].rate for site in sites for code in site.pos if code in POS}
    if rates != {"nonfacility"}:
        return
    for line in claim.lines_of(publication.code):
        for modifier in line.modifiers:
            known = MODIFIERS.get(modifier)
            if known is not None and known.setting == "facility":
                yield Denial(
                    f"place of service: modifier {modifier} is of facilities, and no provided "
                    "site is one",
                    "facility-modifier",
                )


def _shared_visit(claim: Claim, publication: Publication) -> Iterator[Remark]:
    """A visit that two practitioners share, which takes a facility (42 CFR 415.140).

    A nursing facility may be a skilled one, whatever the rate of its place of service.
    """
    sites = publication.input.sites or ()
    places = {code for site in sites for code in site.pos if code in POS}
    outside = {code for code in places if POS[code].rate == "nonfacility"} - {_NURSING_FACILITY}
    shared = any("FS" in line.modifiers for line in claim.lines_of(publication.code))
    if shared and places and places == outside:
        yield Denial(
            "place of service: a visit is shared (FS) in a facility only, and no provided site "
            "is one",
            DENIED_CLAIM,
            "take the row out, or have the hospital where visits are shared added to the sites",
        )


_NURSING_FACILITY: Final = "32"


def _waived(claim: Claim, publication: Publication) -> Iterator[Remark]:
    """Modifier QW against the laboratory schedule, which lists each test that is waived."""
    clfs = publication.input.clfs
    if not any("QW" in line.modifiers for line in claim.lines_of(publication.code)):
        return
    if clfs is None:
        yield Unknown("the laboratory fee schedule was not provided, which lists waived tests")
    elif all(rate.modifier != "QW" for rate in clfs.rates):
        yield Denial(
            f"modifier QW: the laboratory schedule of {clfs.release} has no rate of "
            f"{publication.code} with QW",
            DENIED_CLAIM,
            "take the row out, since the test is not waived under this code",
        )


def _at_a_distance(claim: Claim, publication: Publication) -> Iterator[Remark]:
    """Modifiers of telehealth against Medicare's list of such services."""
    used = {
        modifier for line in claim.lines_of(publication.code) for modifier in line.modifiers
    } & AT_A_DISTANCE
    listed = publication.input.telehealth
    if not used:
        return
    named = " and ".join(sorted(used))
    if listed is None:
        yield Unknown(f"modifier {named}: no entry of the list of telehealth services was provided")
    elif not listed.listed:
        yield Denial(
            f"modifier {named}: {publication.code} is not on the list of telehealth services of "
            f"{listed.release}",
            DENIED_CLAIM,
            "take the row out, since Medicare does not pay the service at a distance",
        )
    elif listed.is_deleted:
        yield Denial(
            f"modifier {named}: the list of telehealth services of {listed.release} says "
            f"`{listed.status}` of {publication.code}",
            DENIED_CLAIM,
            "take the row out, since Medicare no longer pays the service at a distance",
        )
    elif used & BY_SOUND and listed.audio_only is False:
        yield Denial(
            f"modifier {named}: sound alone is not enough in the list of telehealth services of "
            f"{listed.release}",
            DENIED_CLAIM,
            "take the row out, since the list asks for sound and picture",
        )


JUDGES_OF_INDICATORS: Final[tuple[Callable[[Claim, Publication], Iterator[Remark]], ...]] = (
    _indicators,
    _global_period,
    _of_facilities,
    _shared_visit,
    _waived,
    _at_a_distance,
)
"""Those that hold the modifiers of a line to the data of its code."""

MODIFIER_JUDGES: Final[tuple[Callable[[Claim, Publication], Iterator[Remark]], ...]] = (
    _line,
    _in_force,
    *JUDGES_OF_INDICATORS,
)
"""In the order in which their reasons are told."""
