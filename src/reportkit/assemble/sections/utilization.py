"""Edition in, utilization out: services counted, small cells suppressed."""

from __future__ import annotations

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
            Column(edition.say("Year"), "code"),
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
        blocks = table(edition, "utilization-table", title, columns, rows, "utilization")
    return Part("utilization", title, (*blocks, *gaps_of(edition, "utilization")))
