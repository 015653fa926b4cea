"""Edition in, utilization out: services counted, small cells suppressed."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.document import Block, Column, Plain
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.part import Part, gaps_of, table


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
                each,
                Plain(str(each.year)),
                Plain(word(edition, each.setting)),
                Plain(edition.count(each.services)),
                Plain(edition.count(each.beneficiaries)),
                Plain(edition.count(each.providers)),
                Plain(edition.money(each.average_submitted)),
                Plain(edition.money(each.average_allowed)),
                Plain(edition.money(each.average_paid)),
            )
            for each in edition.input.utilization
        )
        caption = edition.say("Services counted, and mean amounts of one")
        blocks = table(edition, "utilization-table", caption, columns, rows, "utilization")
    gaps = gaps_of(edition, "utilization")
    return Part("utilization", title, (*blocks, *gaps), tuple(_modifiers(edition)))


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
        record_row("billed", "input.billed_modifiers.rows", line,
                   Plain(line.modifier or edition.say("None")),
                   Plain(edition.count(line.services)), Plain(edition.count(line.denied)))
        for line in billed.rows
    )  # fmt: skip
    title = edition.say("Modifiers that were billed")
    caption = edition.say("Modifiers on claims of {year}", year=billed.release)
    made = table(edition, "billed-table", caption, columns, rows, "billed_modifiers")
    yield Part("billed-modifiers", title, made)
