"""Judge claims as Medicare's edits would: paid, denied and by what, or not known for lack of data.

What is not known is no pass. Each judge looks at one thing and says what it finds of a claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reportkit.check.claims import VISIT, Claim, Line, claims
from reportkit.check.modifiers import indicator
from reportkit.check.pairs import pairs_in_force
from reportkit.model.code_families import is_visit
from reportkit.model.indicators import ADJUDICATION, PAID_STATUSES
from reportkit.model.input import ProvidedInput
from reportkit.model.modifiers import MODIFIERS
from reportkit.model.modifiers.belongings import misfit
from reportkit.model.modifiers.fee_schedule import NEEDS_GLOBAL, NEEDS_INDICATOR, OPENS_PAIR
from reportkit.model.payment_systems import NO_AMOUNT, PROFESSIONAL
from reportkit.model.pos import POS
from reportkit.workspace.publication import Publication
from reportkit.workspace.statements.statement import lower_first

Outcome = Literal["paid", "denied", "no data"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a claim, and why."""

    claim: Claim
    outcome: Outcome
    reasons: tuple[str, ...]
    """What denies it, each with its rule; or what it could not be held against."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What one judge finds."""

    outcome: Literal["denied", "no data"]
    why: str


def verdicts(publication: Publication) -> tuple[Verdict, ...]:
    """Each claim that the advice of a publication recommends, judged."""
    return tuple(judge(claim, publication) for claim in claims(publication))


def judge(claim: Claim, publication: Publication) -> Verdict:
    """What becomes of a claim; a denial counts before what is not known."""
    remarks = [
        *_status(publication),
        *_validity(publication),
        *_line(claim),
        *_indicators(claim, publication),
        *_global_period(claim, publication),
        *_place(claim, publication),
        *_unit_limit(claim, publication),
        *_pairs(claim, publication),
    ]
    denied = tuple(remark.why for remark in remarks if remark.outcome == "denied")
    unknown = tuple(remark.why for remark in remarks if remark.outcome == "no data")
    outcome: Outcome = "denied" if denied else "no data" if unknown else "paid"
    return Verdict(claim, outcome, denied or unknown)


def _own(claim: Claim, publication: Publication) -> Iterator[Line]:
    """The lines of the publication's code: what it was given data of."""
    return (line for line in claim.lines if line.code == publication.code)


def _status(publication: Publication) -> Iterator[Remark]:
    mpfs, data = publication.input.mpfs, publication.input
    if mpfs is None:
        yield Remark("no data", "the fee schedule was not provided")
    elif mpfs.status not in PAID_STATUSES:
        if mpfs.status == "C" or (mpfs.status in "EJX" and any(_others(data))):
            return
        if mpfs.status in "EJX":
            yield Remark("no data", f"status {mpfs.status}: the schedule that pays the code was "
                                    "not provided")  # fmt: skip
            return
        why = NO_AMOUNT.get(mpfs.status, "It is not valid for Medicare.")
        yield Remark("denied", f"status {mpfs.status} in {mpfs.release}: {why.rstrip('.')}")


def _others(data: ProvidedInput) -> tuple[object, ...]:
    """The schedules that pay what the physician fee schedule does not."""
    return (data.clfs, data.asp, data.anesthesia, data.dmepos)


def _validity(publication: Publication) -> Iterator[Remark]:
    validity, day = publication.input.validity, publication.report.effective
    if validity is None:
        return
    if validity.terminated is not None and validity.terminated < day:
        yield Remark("denied", f"validity: the code ended on {validity.terminated}")
    elif validity.added is not None and validity.added > day:
        yield Remark("denied", f"validity: the code begins on {validity.added}")


def _line(claim: Claim) -> Iterator[Remark]:
    """Modifiers on the line that carries them, and on the kind of code they go on."""
    for line in claim.lines:
        visit = line.code == VISIT or is_visit(line.code)
        for modifier in line.modifiers:
            known = MODIFIERS.get(modifier)
            if known is None:
                yield Remark("denied", f"modifier {modifier} is not known")
            elif visit and "companion-e-m" in known.lines:
                continue
            elif line.code == VISIT or known.lines == {"companion-e-m"}:
                lines = " or ".join(sorted(known.lines))
                yield Remark("denied", f"modifier {modifier} does not go on {line.code}: it goes "
                                       f"on the line {lines}")  # fmt: skip
            elif claim.row is not None and claim.row not in known.lines:
                yield Remark("denied", f"modifier {modifier} does not go on the line {claim.row}")
            elif (belonging := misfit(modifier, line.code)) is not None:
                yield Remark("denied", f"modifier {modifier} goes on {belonging.on}")


def _indicators(claim: Claim, publication: Publication) -> Iterator[Remark]:
    mpfs = publication.input.mpfs
    for line in _own(claim, publication) if mpfs is not None else ():
        for modifier in line.modifiers:
            field, values = NEEDS_INDICATOR.get(modifier, ("", frozenset()))
            value = getattr(mpfs, field, None)
            if value is not None and value not in values:
                name, meaning = indicator(field, value)
                yield Remark("denied", f"modifier {modifier}: {name} {value}, {meaning}")


def _global_period(claim: Claim, publication: Publication) -> Iterator[Remark]:
    """Modifiers of surgery against the days of the code; on a visit beside it, too."""
    mpfs = publication.input.mpfs
    if mpfs is None:
        return
    for line in claim.lines:
        if is_visit(line.code):
            continue
        for modifier in line.modifiers:
            if mpfs.global_days in NEEDS_GLOBAL.get(modifier, ()):
                _, meaning = indicator("global_days", mpfs.global_days)
                yield Remark("denied", f"modifier {modifier}: global period {mpfs.global_days}, "
                                       f"{meaning}")  # fmt: skip


def _place(claim: Claim, publication: Publication) -> Iterator[Remark]:
    """Whether the code, or the part of it that is billed, is priced at one of the sites."""
    mpfs, sites = publication.input.mpfs, publication.input.sites
    if mpfs is None or mpfs.status not in PAID_STATUSES:
        return
    rates = {POS[code].rate for site in sites or () for code in site.pos if code in POS}
    if not rates:
        yield Remark("no data", "no site with a place of service was provided")
        return
    for line in _own(claim, publication):
        parts = [part for part in mpfs.components if part.modifier in line.modifiers]
        row = parts[0] if parts else mpfs
        if all(getattr(row, f"{rate}_na") for rate in rates):
            yield Remark("denied", f"place of service: {line} is not priced in a "
                                   f"{' or '.join(sorted(rates))} setting")  # fmt: skip
        if PROFESSIONAL in line.modifiers and rates == {"nonfacility"}:
            yield Remark("denied", f"place of service: who owns the equipment of an office bills "
                                   f"the whole service, not {line}")  # fmt: skip


def _unit_limit(claim: Claim, publication: Publication) -> Iterator[Remark]:
    mue = publication.input.mue
    limit = (mue.practitioner or mue.outpatient_hospital) if mue is not None else None
    if mue is None or limit is None:
        yield Remark("no data", "no limit on units was provided")
        return
    for line in _own(claim, publication):
        if line.units > limit.units:
            known = ADJUDICATION.values.get(limit.mai)
            told = f", {lower_first(known.meaning)}" if known else ""
            yield Remark("denied", f"units: {line.units} are more than {limit.units} in "
                                   f"{mue.quarter}{told}")  # fmt: skip


def _pairs(claim: Claim, publication: Publication) -> Iterator[Remark]:
    """Two codes on one claim: never both at indicator 0, with a modifier at indicator 1."""
    if claim.row == "column-two" and len(claim.lines) == 1:
        yield Remark("no data", "no pair with the code was provided, so nothing has to be opened")
    codes = {line.code for line in claim.lines} - {VISIT}
    if len(codes) < 2:
        return
    if publication.input.ncci is None:
        yield Remark("no data", "no table of pairs was provided")
    used = {modifier for line in claim.lines for modifier in line.modifiers}
    for pair in pairs_in_force(publication).get(frozenset(codes), ()):
        both = f"{pair.edit.column_1} and {pair.edit.column_2}"
        if pair.edit.indicator == "0":
            yield Remark("denied", f"pair: {pair.table} never pays {both} together")
        elif not used & OPENS_PAIR:
            yield Remark("denied", f"pair: {pair.table} pays {both} only with a modifier made "
                                   "for it")  # fmt: skip
