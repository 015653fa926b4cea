"""Say around the amounts that Medicare pays when, where and for whom they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportkit.assemble.edition import Edition
from reportkit.assemble.paid import Paid
from reportkit.assemble.patient_share import asks_nothing, is_free
from reportkit.model.fees import Mpfs
from reportkit.model.indicators.hospital import NOT_PAID, PACKAGED, PACKAGED_AT_TIMES
from reportkit.model.indicators.surgical_center import CENTER_PAYMENT, EXCLUDED, UNPAID
from reportkit.model.preventive import LISTED, WITHOUT_SHARE


def caption_of(edition: Edition, paid: Sequence[Paid]) -> str:
    """What the amounts are, and since when they hold where that is one day for all."""
    origins = [edition.input.provenance.get(dataset) for dataset, _ in _released_by(edition, paid)]
    days = {None if origin is None else origin.as_of for origin in origins}
    day = days.pop() if len(days) == 1 else None
    if day is None:
        return edition.say("What Medicare pays, national amounts: practitioner, then facility")
    return edition.say(
        "What Medicare pays, national amounts from {date}: practitioner, then facility",
        date=edition.date(day),
    )


def note_of(edition: Edition, paid: Sequence[Paid]) -> str:
    """Where and when the amounts hold, why one is missing, and what of them the patient owes."""
    released = _released_by(edition, paid)
    said = [edition.say("National amounts in US dollars, not adjusted to a locality.")]
    said += [_released(edition, label, dataset) for dataset, label in released]
    if any(_is_older(edition, dataset) for dataset, _ in released):
        said.append(_older(edition, released))
    if edition.input.mpfs is not None:
        said += _holders(edition, edition.input.mpfs)
    said += _packaged_at_times(edition, released)
    said += dict.fromkeys(_unpaid(edition, row) for row in paid if _is_half_known(row))
    said += _of_patients(edition, paid)
    return " ".join(said)


def shares_cost(edition: Edition, paid: Sequence[Paid]) -> bool:
    """Whether patients owe a share: not of what prevents, and only of a whole that is known."""
    written = edition.publication.is_written("billing-overview")
    purpose = edition.publication.billing.purpose if written else None
    known = any(row.total is not None for row in paid)
    return known and not is_free(edition.report.code, purpose, edition.input.opps)


def _packaged_at_times(edition: Edition, released: Sequence[tuple[str, str]]) -> Iterator[str]:
    opps = edition.input.opps
    if opps is None or "opps" not in dict(released):
        return
    if opps.status_indicator in PACKAGED_AT_TIMES:
        yield edition.say("The hospital's rate is paid where the service is not packaged.")


def _is_half_known(paid: Paid) -> bool:
    return paid.practitioner is not None and paid.total is None


def _of_centers(edition: Edition) -> str:
    """What the addenda say where they give no rate, or that there is none."""
    asc = edition.input.asc
    if asc is None or asc.payment_indicator not in UNPAID | {EXCLUDED}:
        return edition.say("No rate of a surgical center was provided.")
    meaning = CENTER_PAYMENT.values[asc.payment_indicator].meaning
    label = edition.say("Payment indicator")
    return f"{label} {asc.payment_indicator}: {edition.say(meaning)}."


def _unpaid(edition: Edition, paid: Paid) -> str:
    """Why a facility has no amount where the practitioner has one."""
    opps = edition.input.opps
    if paid.setting == "center":
        return _of_centers(edition)
    if paid.setting != "hospital":
        return edition.say("Other facilities are paid for the stay and not by this code.")
    if opps is not None and opps.status_indicator in NOT_PAID:
        return edition.say("A hospital is not paid by this code for outpatients.")
    if opps is not None and opps.status_indicator in PACKAGED:
        return edition.say("A hospital's payment for it is packaged into other services.")
    return edition.say("No rate of an outpatient hospital was provided.")


def _of_patients(edition: Edition, paid: Sequence[Paid]) -> Iterator[str]:
    """What patients owe of the amounts, or why they owe nothing."""
    if not shares_cost(edition, paid):
        yield from _nothing_said(edition)
        return
    percent = edition.percent(Decimal("0.2"))
    if any(row.setting == "hospital" and row.facility for row in paid):
        yield edition.say(
            "The patient's share is {percent} of the amounts once the deductible is met; a "
            "hospital's copayment may be more.",
            percent=percent,
        )
    else:
        yield edition.say(
            "The patient's share is {percent} of the amounts once the deductible is met.",
            percent=percent,
        )


def _nothing_said(edition: Edition) -> Iterator[str]:
    """Why patients owe nothing, where a file or our list of such services says so."""
    if asks_nothing(edition.input.opps):
        yield edition.say("Patients pay no share of it: addendum B gives a copayment of zero.")
    elif edition.report.code in WITHOUT_SHARE:
        yield edition.say(
            "Patients pay no share of this preventive service, by reportkit's list of {day}.",
            day=edition.date(LISTED),
        )


def _released_by(edition: Edition, paid: Sequence[Paid]) -> list[tuple[str, str]]:
    """The datasets that the amounts are of, each with who is paid by it."""
    released = [("mpfs", edition.say("Practitioner"))] if edition.input.mpfs is not None else []
    shares = {row.setting: row.facility for row in paid if row.facility}
    for setting, label in (
        ("center", edition.say("Center")),
        ("hospital", edition.say("Hospital")),
    ):
        if setting in shares:
            released += [(dataset, label) for dataset in shares[setting].ground.datasets]
    return released


def _holders(edition: Edition, mpfs: Mpfs) -> list[str]:
    """For whom the amounts hold, where the year has two conversion factors."""
    match mpfs.participants:
        case "nonqualifying":
            return [
                edition.say(
                    "Qualifying participants in an advanced alternative payment model "
                    "are paid by another factor."
                )
            ]
        case "qualifying":
            return [
                edition.say(
                    "For qualifying participants in an advanced alternative payment "
                    "model; others are paid by another factor."
                )
            ]
        case _:
            return []


def _released(edition: Edition, label: str, dataset: str) -> str:
    origin, release = edition.input.provenance.get(dataset), getattr(edition.input, dataset).release
    if origin is None:
        return edition.say("{label}: release {release}.", label=label, release=release)
    return edition.say(
        "{label}: release {release}, in force from {date}.",
        label=label,
        release=release,
        date=edition.date(origin.as_of),
    )


def _is_older(edition: Edition, dataset: str) -> bool:
    """Whether a dataset is of an earlier year than that in which the edition takes effect."""
    origin = edition.input.provenance.get(dataset)
    return origin is not None and origin.as_of.year < edition.report.effective.year


def _older(edition: Edition, released: Sequence[tuple[str, str]]) -> str:
    """That amounts are older than the edition, once for all that are."""
    labels = [label for dataset, label in released if _is_older(edition, dataset)]
    if len(labels) == len(released):
        return edition.say("That is an earlier year than this edition is for.")
    return edition.say(
        "Of an earlier year than this edition is for: {labels}.", labels=edition.listed(labels)
    )
