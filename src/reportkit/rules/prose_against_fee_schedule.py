"""Rule: a statement that the fee schedule's indicators contradict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reportkit.check.fee_shares import fits, true_share
from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import Route
from reportkit.model.edits import Asc
from reportkit.model.fees import Mpfs
from reportkit.model.input import ProvidedInput
from reportkit.model.schedules import Opps
from reportkit.reading.shares import fee_shares
from reportkit.reading.statements import Statement, Topic, statements
from reportkit.reading.text import Text, worded_texts
from reportkit.workspace.publication import Publication


@rule("error", "codes and figures")
def prose_against_fee_schedule(publication: Publication) -> Iterator[Issue]:
    """A text says of payment what the code's indicators in the fee schedule deny.

    Why:
        Whether an assistant is paid, a further procedure reduced, a test split or the office
        paid more is said by an indicator. A sentence that differs was written of another code
        or another year.

    Bad:
        # summary
        relevance: Medicare pays for an assistant at the operation.

    Good:
        # summary
        relevance: Medicare does not pay for an assistant at the operation.
    """
    for text in worded_texts(publication):
        if text.key in ("report", "project"):
            continue
        for statement in statements(text):
            truth = _truth(publication.input, statement.topic)
            if truth is None or truth.holds == statement.says:
                continue
            yield Issue(
                text.at(statement.start, statement.end),
                f"`{text.plain[statement.start : statement.end]}` {_fault(statement)} "
                f"{truth.release}: {truth.because}",
                "say what the fee schedule says, or whose rule it is",
                related=((at("input", *truth.route), "the fee schedule"),),
            )
        if publication.input.mpfs is not None:
            yield from _shares(publication.input.mpfs, text)


def _shares(mpfs: Mpfs, text: Text) -> Iterator[Issue]:
    """Shares of the fee that the indicators give otherwise."""
    for said in fee_shares(text):
        known = true_share(mpfs, said.whose)
        if known is None or fits(said, known[0]):
            continue
        share, field = known
        yield Issue(
            text.at(said.start, said.end),
            f"`{text.plain[said.start : said.end]}` is not the share in {mpfs.release}: "
            f"{field} is {getattr(mpfs, field)}, which makes {share:.0%}",
            "say what the fee schedule says, or whose rule it is",
            related=((at("input", "mpfs", field), "the fee schedule"),),
        )


@dataclass(frozen=True, slots=True)
class _Truth:
    """Whether a topic holds, why, and the release and value that say so."""

    holds: bool
    because: str
    release: str
    route: Route


def _fault(statement: Statement) -> str:
    return "is not so in" if statement.says else "denies what is so in"


def _truth(data: ProvidedInput, topic: Topic) -> _Truth | None:
    """Whether a topic holds of a code; None where no fee schedule says."""
    if topic in ("priced in a center", "hospital is paid more than a center"):
        return _of_center(data.asc, topic)
    mpfs = data.mpfs
    if topic in _OF_FACILITIES:
        return None if mpfs is None else _of_facility(data, mpfs, topic)
    told = mpfs and _of_fee_schedule(mpfs, topic)
    if mpfs is None or not told:
        return None
    holds, because, field = told
    return _Truth(holds, because, mpfs.release, ("mpfs", field))


def _of_center(asc: Asc | None, topic: Topic) -> _Truth | None:
    if asc is None:
        return None
    rate, hospital = asc.payment_rate, asc.opps_payment_rate
    route = ("asc", "payment_rate")
    if topic == "priced in a center":
        return _Truth(rate is not None, f"the payment rate is {_amount(rate)}", asc.release, route)
    if rate is None or hospital is None:
        return None
    because = f"the payment rates are {hospital} and {rate}"
    return _Truth(hospital > rate, because, asc.release, route)


def _of_facility(data: ProvidedInput, mpfs: Mpfs, topic: Topic) -> _Truth | None:
    """Whether a facility is paid more for itself than a clinician, there or in the office."""
    of_office = topic == "center is paid more than the office"
    clinician = mpfs.nonfacility_payment if of_office else mpfs.facility_payment
    if topic != "hospital is paid more than the clinician":
        rate, release, route = _rate_of(data.asc, "asc", "payment_rate")
    elif data.opps is not None:
        rate, release, route = _rate_of(data.opps, "opps", "payment_rate")
    else:
        rate, release, route = _rate_of(data.asc, "asc", "opps_payment_rate")
    if rate is None or clinician is None:
        return None
    facility = topic.partition(" ")[0]
    payee = "a clinician in the office" if of_office else "the clinician"
    because = f"the {facility} is paid {rate} and {payee} {clinician}"
    return _Truth(rate > clinician, because, release, route)


def _rate_of(
    schedule: Asc | Opps | None, key: str, field: str
) -> tuple[Decimal | None, str, Route]:
    """The rate that a schedule gives a facility, its release, and where it stands."""
    if schedule is None:
        return None, "", (key, field)
    return getattr(schedule, field), schedule.release, (key, field)


_OF_FACILITIES: Final[frozenset[Topic]] = frozenset(
    {
        "center is paid more than the office",
        "center is paid more than the clinician",
        "hospital is paid more than the clinician",
    }
)

_Found = tuple[bool, str, str]
"""Whether a topic holds, why, and the field of the fee schedule that says so."""


def _of_fee_schedule(mpfs: Mpfs, topic: Topic) -> _Found | None:
    if topic in _BY_INDICATOR:
        field, holds, fails = _BY_INDICATOR[topic]
        value = getattr(mpfs, field)
        if value in holds or value in fails:
            return value in holds, f"{field} is {value}", field
        return None
    if topic == "priced in the laboratory schedule":
        told = mpfs.status == "X" or mpfs.status in _PAID
        return (
            (mpfs.status == "X", f"the status indicator is {mpfs.status}", "status")
            if told
            else None
        )
    if topic == "priced in the fee schedule":
        return mpfs.status in _PAID, f"the status indicator is {mpfs.status}", "status"
    return _of_payments(mpfs, topic)


def _of_payments(mpfs: Mpfs, topic: Topic) -> _Found | None:
    office, facility = mpfs.nonfacility_payment, mpfs.facility_payment
    both = f"the payments are {office} and {facility}"
    match topic:
        case "priced in the office":
            return office is not None, f"the payment is {_amount(office)}", "nonfacility_payment"
        case "priced in a facility":
            return facility is not None, f"the payment is {_amount(facility)}", "facility_payment"
        case "same in both settings" if office is not None and facility is not None:
            return office == facility, both, "facility_payment"
        case "office pays more" if office is not None and facility is not None:
            return office > facility, both, "facility_payment"
        case _:
            return None


def _amount(payment: object) -> str:
    return "not set" if payment is None else str(payment)


_PAID = frozenset("ACRT")
"""Status codes of services that the fee schedule pays (CMS record layout)."""
_BY_INDICATOR: dict[Topic, tuple[str, frozenset[str], frozenset[str]]] = {
    "assistant paid": ("assistant_surgeon", frozenset("02"), frozenset("19")),
    "co-surgeons paid": ("co_surgeon", frozenset("12"), frozenset("09")),
    "team paid": ("team_surgery", frozenset("12"), frozenset("09")),
    "reduced beside others": ("multiple_procedure", frozenset("1234567"), frozenset("09")),
    "priced by contractors": ("status", frozenset("C"), frozenset("ARTNXEIPBJ")),
    "splits": ("pc_tc", frozenset("1"), frozenset("0234578")),
    "whole study in a facility": ("pc_tc", frozenset("0"), frozenset("1")),
    "both sides paid more": ("bilateral", frozenset("13"), frozenset("02")),
}
"""Topic to the indicator that decides it, the values at which it holds and those at which not."""
