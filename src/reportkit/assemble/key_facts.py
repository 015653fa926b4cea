"""Say first what readers come for: the code in plain words, what is paid, and what limits it."""

from __future__ import annotations

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
from reportkit.assemble.edition import Amount, Edition
from reportkit.assemble.key_lines import key_lines
from reportkit.assemble.paid import Paid, Share, paid_by_setting
from reportkit.assemble.paid_notes import caption_of, note_of, shares_cost
from reportkit.assemble.roundings import TO_THE_CENT


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
    totals = [total for total in map(_amount, paid) if total is not None and total.value]
    top = max(totals, default=None)
    is_placed = any(row.places for row in paid)
    is_shared = shares_cost(edition, paid)
    columns = (
        Column(edition.say("Setting")),
        *([Column(edition.say("Place of service"), "code")] if is_placed else []),
        Column(edition.say("Practitioner"), "figure"),
        Column(edition.say("Facility"), "figure"),
        Column(edition.say("In all"), "figure"),
        *([Column(edition.say("Patient's share"), "figure")] if is_shared else []),
        *([edition.scale(None, top)] if top is not None else []),
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
                *([_picture(row, top.value)] if top is not None else []),
            ),
        )
        for index, row in enumerate(paid, start=1)
    )
    more = "medicare-payment" if "medicare-payment" in edition.report.sections else None
    caption, note = caption_of(edition, paid), note_of(edition, paid)
    return Table("paid", caption, columns, tuple(rows), note, more)


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


def _share(edition: Edition, share: Share | None) -> Plain:
    if share is None:
        return Plain("—")
    amount = edition.money(share.amount)
    if share.modifier is not None:
        amount = edition.say("with {modifier}: {amount}", amount=amount, modifier=share.modifier)
    return Plain(amount, share.ground)


def _total(edition: Edition, paid: Paid) -> Plain:
    total = _amount(paid)
    if total is None:
        return Plain("—")
    ground = Ground(total.field, str(total.value), total.rounding)
    return Plain(edition.money(total.value), ground)


def _amount(paid: Paid) -> Amount | None:
    """What both are paid together, with the fields it is the sum of."""
    if paid.total is None:
        return None
    fields = [share.ground.field for share in (paid.practitioner, paid.facility) if share]
    return Amount(paid.total, " + ".join(fields), TO_THE_CENT)


def _picture(paid: Paid, top: Decimal) -> Plot:
    """Both shares behind one another, where the whole is known."""
    shares = (paid.practitioner, paid.facility) if paid.total is not None else ()
    return Plot(top, parts=tuple(share.amount for share in shares if share is not None))
