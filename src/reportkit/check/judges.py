"""Look at a claim from each side that Medicare edits: status, modifiers, place, units, pairs …"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from reportkit.check.add_ons import paid_beside
from reportkit.check.claims import STAND_INS, VISIT, Claim, Line
from reportkit.check.modifier_judges import JUDGES_OF_INDICATORS, MODIFIER_JUDGES
from reportkit.check.pairs import Pair, pairs_in_force
from reportkit.check.remark import DENIED_CLAIM, Denial, Remark, Unknown
from reportkit.model.add_ons import ADD_ON_PERIOD
from reportkit.model.code_families import is_visit
from reportkit.model.code_places import given_elsewhere
from reportkit.model.indicators import ADJUDICATION, PAID_STATUSES
from reportkit.model.input import ProvidedInput
from reportkit.model.modifiers.fee_schedule import GLOBAL_PERIODS, OPENS_PAIR, TELLS_VISIT_APART
from reportkit.model.payment_systems import NO_AMOUNT, PROFESSIONAL, TECHNICAL
from reportkit.model.pos import HOSPITALS, POS
from reportkit.workspace.publication import Publication
from reportkit.workspace.statements.statement import lower_first


def _named(claim: Claim, _: Publication) -> Iterator[Remark]:
    if any(line.code in STAND_INS - {VISIT} for line in claim.lines):
        yield Unknown("the companion service is named without its code")


def _status(_: Claim, publication: Publication) -> Iterator[Remark]:
    mpfs, data = publication.input.mpfs, publication.input
    if mpfs is None:
        yield Unknown("the fee schedule was not provided")
    elif mpfs.status not in PAID_STATUSES:
        # What physicians are never paid for may be paid to suppliers: status P.
        supplied = mpfs.status == "P" and data.dmepos is not None
        if mpfs.status == "C" or supplied or (mpfs.status in "EJX" and any(_other_schedules(data))):
            return
        if mpfs.status in "EJX":
            yield Unknown(f"status {mpfs.status}: the schedule that pays the code was not provided")
            return
        why = NO_AMOUNT.get(mpfs.status, "It is not valid for Medicare.")
        yield Denial(f"status {mpfs.status} in {mpfs.release}: {why.rstrip('.')}", None)


def _other_schedules(data: ProvidedInput) -> tuple[object, ...]:
    """The schedules that pay what the physician fee schedule does not."""
    return (data.clfs, data.asp, data.anesthesia, data.dmepos)


def _validity(_: Claim, publication: Publication) -> Iterator[Remark]:
    validity, day = publication.input.validity, publication.report.effective
    if validity is None:
        return
    if validity.terminated is not None and validity.terminated < day:
        yield Denial(f"validity: the code ended on {validity.terminated}", "code-not-in-force")
    elif validity.added is not None and validity.added > day:
        yield Denial(f"validity: the code begins on {validity.added}", "code-not-in-force")


def _place(claim: Claim, publication: Publication) -> Iterator[Remark]:
    """Whether the code, or the part of it that is billed, is priced at one of the sites."""
    mpfs, sites = publication.input.mpfs, publication.input.sites
    if mpfs is None or mpfs.status not in PAID_STATUSES:
        return
    places = {code for site in sites or () for code in site.pos if code in POS}
    rates = {POS[code].rate for code in places}
    if not rates:
        yield Unknown("no site with a place of service was provided")
        return
    for line in claim.lines_of(publication.code):
        parts = [part for part in mpfs.components if part.modifier in line.modifiers]
        row = parts[0] if parts else mpfs
        if all(getattr(row, f"{rate}_na") for rate in rates):
            yield _unpriced(line, publication, rates)
        if PROFESSIONAL in line.modifiers and rates == {"nonfacility"}:
            yield Denial(
                f"place of service: who owns the equipment of an office bills the whole service, "
                f"not {line}",
                DENIED_CLAIM,
                "take the row out, or have the hospital whose images are read added to the sites",
            )
        if TECHNICAL in line.modifiers and places <= HOSPITALS:
            yield Denial(
                f"place of service: the hospital is paid for its equipment by its own claim, which "
                f"is without {TECHNICAL}",
                DENIED_CLAIM,
                "take the row out, or have the office that owns the equipment added to the sites",
            )


def _given(claim: Claim, publication: Publication) -> Iterator[Remark]:
    """Whether each code is given at one of the sites at all, whatever it is paid there."""
    sites = publication.input.sites or ()
    places = frozenset(code for site in sites for code in site.pos if code in POS)
    for code in dict.fromkeys(line.code for line in claim.lines):
        where = given_elsewhere(code, places)
        if where is not None:
            yield Denial(
                f"place of service: {code} is given {where}, and no provided site is such a place",
                DENIED_CLAIM,
                "take the row out, or have the site where it is given added to the sites",
            )


def _unpriced(line: Line, publication: Publication, rates: AbstractSet[str]) -> Remark:
    mpfs = publication.input.mpfs
    where = " or ".join(sorted(rates))
    parts = [
        f"{publication.code}-{part.modifier}"
        for part in (mpfs.components if mpfs else ())
        if not all(getattr(part, f"{rate}_na") for rate in rates)
    ]
    if parts and not line.modifiers:
        return Unknown(
            f"place of service: a clinician is paid {' or '.join(parts)} in a {where} "
            "setting; the claim of the facility is not judged"
        )
    if parts:
        return Unknown(
            f"place of service: in a {where} setting the facility bills {line}, whose "
            "claim is not judged"
        )
    return Denial(f"place of service: {line} is not priced in a {where} setting", "unpriced-site")


def _unit_limit(claim: Claim, publication: Publication) -> Iterator[Remark]:
    """Units above the highest limit of any setting."""
    mue = publication.input.mue
    limits = (
        [limit for limit in (mue.practitioner, mue.outpatient_hospital) if limit] if mue else []
    )
    if mue is None or not limits:
        yield Unknown("no limit on units was provided")
        return
    limit = max(limits, key=lambda held: held.units)
    for line in claim.lines_of(publication.code):
        if line.units > limit.units:
            known = ADJUDICATION.values.get(limit.mai)
            told = f", {lower_first(known.meaning)}" if known else ""
            yield Denial(
                f"units: {line.units} are more than {limit.units} in {mue.quarter}{told}",
                _rule_of_units(claim, line),
                f"give an example of at most {limit.units} unit{'s' if limit.units != 1 else ''}",
            )


def _rule_of_units(claim: Claim, line: Line) -> str | None:
    """The rule on units reports numbers that are called the limit; one unit is the code's own."""
    if line.units == 1:
        return None
    return "units" if claim.is_limit else DENIED_CLAIM


def _visit_of_the_day(claim: Claim, publication: Publication) -> Iterator[Remark]:
    """A visit beside a procedure: in its payment, unless a modifier tells it apart."""
    mpfs = publication.input.mpfs
    if mpfs is None or mpfs.global_days not in GLOBAL_PERIODS or claim.is_set_apart:
        return
    pairs = pairs_in_force(publication)
    for line in claim.lines:
        is_other_visit = line.code != publication.code and is_visit(line.code)
        if not is_other_visit or TELLS_VISIT_APART & {*line.modifiers}:
            continue
        if frozenset((line.code, publication.code)) not in pairs:
            yield Denial(
                f"global period {mpfs.global_days}: the payment holds the visit {line} of the day",
                DENIED_CLAIM,
                "put 25 on the visit, or 57 if it decided on major surgery; or say in the note "
                "that it is not billed on the same day",
            )


def _primary(claim: Claim, publication: Publication) -> Iterator[Remark]:
    """An add-on is never paid alone: one of its primary codes stands on the claim."""
    beside = paid_beside(publication)
    if beside is None:
        yield from _untold_add_on(publication)
        return
    if any(line.code in beside.codes for line in claim.lines):
        return
    named = ", ".join(beside.codes)
    if not beside.is_whole:
        listed = f"{named} and " if named else ""
        allowed = f"{listed}codes that the contractor names"
        yield Unknown(f"add-on: {publication.code} is paid beside {allowed}")
        return
    yield Denial(
        f"add-on: {publication.code} is paid beside {named} only in {beside.quarter}, and none of "
        "them is on the claim",
        DENIED_CLAIM,
        "name the primary code among the companion services",
    )


def _untold_add_on(publication: Publication) -> Iterator[Remark]:
    mpfs, table = publication.input.mpfs, publication.input.add_ons
    if table is None and mpfs is not None and mpfs.global_days == ADD_ON_PERIOD:
        yield Unknown("add-on: the table of add-on codes was not provided")


def _pairs(claim: Claim, publication: Publication) -> Iterator[Remark]:
    """Two codes on one claim: never both at indicator 0, with a modifier at indicator 1."""
    if claim.row == "column-two" and len(claim.lines) == 1:
        yield Unknown("no pair with the code was provided, so nothing has to be opened")
    codes = {line.code for line in claim.lines} - STAND_INS - {claim.primary}
    if len(codes) < 2:
        return
    if publication.input.ncci is None:
        yield Unknown("no table of pairs was provided")
    used = {modifier for line in claim.lines for modifier in line.modifiers}
    edits = pairs_in_force(publication).get(frozenset(codes), ())
    # A row holds for whoever it is paid to, so the table that is most open decides.
    for pair in edits[-1:] if claim.row else edits:
        yield from _pair(claim, pair, used)


def _pair(claim: Claim, pair: Pair, used: AbstractSet[str]) -> Iterator[Remark]:
    both = f"{pair.edit.column_1} and {pair.edit.column_2}"
    rule = DENIED_CLAIM if claim.row else "bundled-pair"
    if pair.edit.indicator == "0":
        why, hint = f"never pays {both} together", "take the row out, since no modifier opens it"
    elif used & OPENS_PAIR:
        return
    else:
        why = f"pays {both} only with a modifier made for it"
        hint = "put a modifier that opens a pair in its place, as 59 or XS"
    if claim.is_set_apart:
        yield Unknown(
            f"pair: {pair.table} {why}; the advice says when the two are not billed together"
        )
    else:
        yield Denial(f"pair: {pair.table} {why}", rule, hint)


JUDGES_OF_DATA: Final[tuple[Callable[[Claim, Publication], Iterator[Remark]], ...]] = (
    _status,
    _validity,
    *JUDGES_OF_INDICATORS,
    _place,
    _unit_limit,
)
"""Those that hold a line to the data of its code and to nothing else."""

JUDGES: Final[tuple[Callable[[Claim, Publication], Iterator[Remark]], ...]] = (
    _named,
    _status,
    _validity,
    *MODIFIER_JUDGES,
    _place,
    _given,
    _unit_limit,
    _visit_of_the_day,
    _primary,
    _pairs,
)
"""In the order in which their reasons are told."""
