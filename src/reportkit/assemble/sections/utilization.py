"""Edition in, utilization out: services counted, small cells suppressed."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.document import Block, Column, Plain
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.figures import sourced
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.part import Part, gaps_of, table
from reportkit.model.billed_modifiers import BilledModifier
from reportkit.model.input import Utilization


def utilization(edition: Edition) -> Part:
    """The table of utilization."""
    title = section_title(edition, "utilization")
    blocks: tuple[Block, ...] = ()
    if edition.input.utilization is not None:
        columns = (
            Column(edition.say("Year")),
            Column(edition.say("Setting")),
            Column(edition.say("Services"), "figure"),
            Column(edition.say("Beneficiaries"), "figure"),
            Column(edition.say("Providers"), "figure"),
            Column(edition.say("Average submitted"), "figure"),
            Column(edition.say("Average allowed"), "figure"),
            Column(edition.say("Average paid"), "figure"),
        )
        rows = (
            record_row(
                "utilization",
                "input.utilization",
                count,
                Plain(str(count.year)),
                Plain(word(edition, count.setting)),
                *_counts(edition, count),
            )
            for count in edition.input.utilization
        )
        caption = edition.say("Services counted, and mean amounts of one")
        blocks = table(edition, "utilization-table", caption, columns, rows, "utilization")
    gaps = gaps_of(edition, "utilization")
    return Part("utilization", title, (*blocks, *gaps), tuple(_modifiers(edition)))


def _counts(edition: Edition, counted: Utilization) -> Iterator[Plain]:
    where = f"utilization[{counted.year} {counted.setting}]"
    for name in ("services", "beneficiaries", "providers"):
        value = getattr(counted, name)
        yield sourced(edition.count(value), f"{where}.{name}", value)
    for name in ("average_submitted", "average_allowed", "average_paid"):
        amount = getattr(counted, name)
        yield sourced(edition.money(amount), f"{where}.{name}", amount)


def _modifiers(edition: Edition) -> Iterator[Part]:
    """Which modifiers were billed, the most frequent first; nothing if that was not provided."""
    billed = edition.input.billed_modifiers
    if billed is None:
        return
    columns = (
        Column(edition.say("Modifier"), "code"),
        Column(edition.say("Services"), "figure"),
        Column(edition.say("Denied"), "figure"),
    )
    rows = (
        record_row(
            "billed",
            "input.billed_modifiers.rows",
            line,
            Plain(line.modifier or edition.say("None")),
            *_billed(edition, line),
        )
        for line in billed.rows
    )
    title = edition.say("Modifiers that were billed")
    caption = edition.say("Modifiers on claims of {year}", year=billed.release)
    made = table(edition, "billed-table", caption, columns, rows, "billed_modifiers")
    yield Part("billed-modifiers", title, made)


def _billed(edition: Edition, line: BilledModifier) -> Iterator[Plain]:
    where = f"billed_modifiers.rows[{line.modifier or ''}]"
    yield sourced(edition.count(line.services), f"{where}.services", line.services)
    yield sourced(edition.count(line.denied), f"{where}.denied", line.denied)
