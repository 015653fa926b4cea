"""Say first what readers come for: the code in plain words, what is paid, and what limits it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportkit.assemble.document import (
    Block,
    Column,
    Ground,
    KeyFacts,
    Plain,
    Plot,
    Row,
    Table,
)
from reportkit.assemble.edition import Edition
from reportkit.assemble.key_lines import key_lines
from reportkit.assemble.paid import Paid, Share, paid_by_setting
from reportkit.assemble.patient_share import asks_nothing, is_free
from reportkit.assemble.roundings import TO_THE_CENT
from reportkit.model.fees import Mpfs
from reportkit.model.indicators.hospital import PACKAGED_AT_TIMES
from reportkit.model.preventive import LISTED, WITHOUT_SHARE


def key_facts(edition: Edition) -> tuple[Block, ...]:
    """The blocks that open a publication."""
    blocks: list[Block] = []
    if edition.publication.is_written("summary"):
        blocks.append(edition.paragraph(edition.publication.summary.definition))
    paid = paid_by_setting(edition)
    if any(row.practitioner or row.facility for row in paid):
        blocks.append(_payment(edition, paid))
    blocks.append(KeyFacts("key-lines", tuple(key_lines(edition))))
    return tuple(blocks)


def _payment(edition: Edition, paid: tuple[Paid, ...]) -> Table:
    top = max((row.total or Decimal(0) for row in paid), default=Decimal(0))
    is_placed = any(row.places for row in paid)
    is_shared = _is_shared(edition, paid)
    share = _share_said(edition) if is_shared else _nothing_said(edition)
    columns = (
        Column(edition.say("Setting")),
        *([Column(edition.say("Place of service"), "code")] if is_placed else []),
        Column(edition.say("Practitioner"), "figure"),
        Column(edition.say("Facility"), "figure"),
        Column(edition.say("In all"), "figure"),
        *([Column(edition.say("Patient's share"), "figure")] if is_shared else []),
        *([Column(edition.scale(Decimal(0), top), "plot")] if top else []),
    )
    rows = (
        Row(
            f"paid-{index}",
            (
                Plain(row.label),
                *([Plain(", ".join(row.places) or "—")] if is_placed else []),
                _share(edition, row.practitioner),
                _share(edition, row.facility),
                _total(edition, row),
                *([_of_patient(edition, row)] if is_shared else []),
                *([_picture(row, top)] if top else []),
            ),
        )
        for index, row in enumerate(paid, start=1)
    )
    released = _released_by(edition, paid)
    return Table(
        "paid",
        _caption(edition, released),
        columns,
        tuple(rows),
        " ".join(filter(None, (_basis(edition, paid, released), share))),
    )


def _is_shared(edition: Edition, paid: Sequence[Paid]) -> bool:
    """Whether patients owe a share: not of what prevents, and only of a whole that is known."""
    written = edition.publication.is_written("billing-overview")
    purpose = edition.publication.billing.purpose if written else None
    known = any(row.total is not None for row in paid)
    return known and not is_free(edition.report.code, purpose, edition.input.opps)


def _of_patient(edition: Edition, paid: Paid) -> Plain:
    """What the patient owes; a hospital's copayment is a fifth at least where no file gives it."""
    owed = paid.of_patient
    if owed is None:
        return Plain("—")
    amount = edition.money(owed.amount)
    is_least = paid.setting == "hospital" and paid.facility and paid.facility.copayment is None
    if is_least:
        amount = edition.say("at least {amount}", amount=amount)
    return Plain(amount, owed.ground)


def _share_said(edition: Edition) -> str:
    return edition.say(
        "The patient's share is {percent} of the amounts once the deductible is met; a hospital's "
        "copayment may be more.",
        percent=edition.percent(Decimal("0.2")),
    )


def _nothing_said(edition: Edition) -> str:
    """Why patients owe nothing, where a file or our list of such services says so; else empty."""
    if asks_nothing(edition.input.opps):
        return edition.say("Patients pay no share of it: addendum B gives a copayment of zero.")
    if edition.report.code in WITHOUT_SHARE:
        return edition.say(
            "Patients pay no share of this preventive service, by reportkit's list of {day}.",
            day=edition.date(LISTED),
        )
    return ""


def _share(edition: Edition, share: Share | None) -> Plain:
    if share is None:
        return Plain("—")
    amount = edition.money(share.amount)
    if share.modifier is not None:
        amount = edition.say("with {modifier}: {amount}", amount=amount, modifier=share.modifier)
    return Plain(amount, share.ground)


def _total(edition: Edition, paid: Paid) -> Plain:
    if paid.total is None:
        return Plain("—")
    fields = [share.ground.field for share in (paid.practitioner, paid.facility) if share]
    ground = Ground(" + ".join(fields), str(paid.total), TO_THE_CENT)
    return Plain(edition.money(paid.total), ground)


def _picture(paid: Paid, top: Decimal) -> Plot:
    """Both shares behind one another, where the whole is known."""
    shares = (paid.practitioner, paid.facility) if paid.total is not None else ()
    return Plot(top, parts=tuple(share.amount for share in shares if share is not None))


def _basis(edition: Edition, paid: Sequence[Paid], released: Sequence[tuple[str, str]]) -> str:
    """Where and when the amounts hold, in a few words."""
    parts = [edition.say("National amounts in US dollars, not adjusted to a locality.")]
    mpfs, opps = edition.input.mpfs, edition.input.opps
    parts += [_released(edition, label, dataset) for dataset, label in released]
    if any(_is_older(edition, dataset) for dataset, _ in released):
        parts.append(_older(edition, released))
    if mpfs is not None:
        parts += _holders(edition, mpfs)
    if (
        opps is not None
        and ("opps" in dict(released))
        and opps.status_indicator in PACKAGED_AT_TIMES
    ):
        parts.append(edition.say("The hospital is paid it where it is not packaged."))
    if any(row.practitioner and row.total is None for row in paid):
        parts.append(
            edition.say(
                "A dash for a facility: it is not paid by this code, or its rate was not provided."
            )
        )
    return " ".join(parts)


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


def _caption(edition: Edition, released: Sequence[tuple[str, str]]) -> str:
    """What the amounts are, and since when they hold where that is one day for all."""
    origins = [edition.input.provenance.get(dataset) for dataset, _ in released]
    days = {None if origin is None else origin.as_of for origin in origins}
    day = days.pop() if len(days) == 1 else None
    if day is None:
        return edition.say("What Medicare pays, national amounts: practitioner, then facility")
    return edition.say(
        "What Medicare pays, national amounts from {date}: practitioner, then facility",
        date=edition.date(day),
    )


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
