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
from reportkit.model.fees import Mpfs


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
    columns = (
        Column(edition.say("Setting")),
        *([Column(edition.say("Place of service"), "code")] if is_placed else []),
        Column(edition.say("Practitioner"), "figure"),
        Column(edition.say("Facility"), "figure"),
        Column(edition.say("In all"), "figure"),
        *([Column(edition.scale(Decimal(0), top), "plot")] if top else []),
    )
    rows = (
        Row(f"paid-{index}", (Plain(row.label),
                              *([Plain(", ".join(row.places) or "—")] if is_placed else []),
                              _share(edition, row.practitioner), _share(edition, row.facility),
                              _total(edition, row),
                              *([_picture(row, top)] if top else [])))
        for index, row in enumerate(paid, start=1)
    )  # fmt: skip
    return Table(
        "paid",
        edition.say("What Medicare pays: practitioner, then facility"),
        columns,
        tuple(rows),
        _basis(edition, paid),
    )


def _share(edition: Edition, share: Share | None) -> Plain:
    if share is None:
        return Plain("—")
    amount = edition.money(share.amount)
    if share.modifier is not None:
        amount = edition.say("{amount} with {modifier}", amount=amount, modifier=share.modifier)
    return Plain(amount, share.ground)


def _total(edition: Edition, paid: Paid) -> Plain:
    if paid.total is None:
        return Plain("—")
    fields = [share.ground.field for share in (paid.practitioner, paid.facility) if share]
    ground = Ground(" + ".join(fields), str(paid.total), "to the cent")
    return Plain(edition.money(paid.total), ground)


def _picture(paid: Paid, top: Decimal) -> Plot:
    """Both shares behind one another, where the whole is known."""
    shares = (paid.practitioner, paid.facility) if paid.total is not None else ()
    return Plot(top, parts=tuple(share.amount for share in shares if share is not None))


def _basis(edition: Edition, paid: Sequence[Paid]) -> str:
    """Where and when the amounts hold, in one line."""
    parts = [edition.say("National amounts in US dollars, not adjusted to a locality.")]
    mpfs = edition.input.mpfs
    if mpfs is not None:
        parts.append(_released(edition, edition.say("Practitioner"), "mpfs", mpfs.release))
        parts += _holders(edition, mpfs)
    shares: dict[str, Share] = {row.setting: row.facility for row in paid if row.facility}
    labels = {"center": edition.say("Center"), "hospital": edition.say("Hospital")}
    for setting, label in labels.items():
        share = shares.get(setting)
        if share is not None:
            key = share.ground.field.partition(".")[0]
            parts.append(_released(edition, label, key, getattr(edition.input, key).release))
    return " ".join(parts)


def _holders(edition: Edition, mpfs: Mpfs) -> list[str]:
    """For whom the amounts hold, where the year has two conversion factors."""
    match mpfs.participants:
        case "nonqualifying":
            return [edition.say("Qualifying participants in an advanced alternative payment model "
                                "are paid by another factor.")]  # fmt: skip
        case "qualifying":
            return [edition.say("For qualifying participants in an advanced alternative payment "
                                "model; others are paid by another factor.")]  # fmt: skip
        case _:
            return []


def _released(edition: Edition, label: str, dataset: str, release: str) -> str:
    origin = edition.input.provenance.get(dataset)
    if origin is None:
        return edition.say("{label}: release {release}.", label=label, release=release)
    said = edition.say(
        "{label}: release {release}, in force from {date}.",
        label=label,
        release=release,
        date=edition.date(origin.as_of),
    )
    if origin.as_of.year < edition.report.effective.year:
        older = edition.say("That is an earlier year than this edition is for.")
        return f"{said} {older}"
    return said
