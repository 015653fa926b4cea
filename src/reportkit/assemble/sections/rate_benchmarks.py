"""Edition in, rate benchmarks out: negotiated rates, each bucket by itself."""

from __future__ import annotations

from reportkit.assemble.document import Block, Column, Plain
from reportkit.assemble.edition import Edition, row
from reportkit.assemble.figures import against_medicare, amount, count, payer_name
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.part import Part, gaps_of, table


def rate_benchmarks(edition: Edition) -> Part:
    """The table of rates."""
    title = section_title(edition, "rate-benchmarks")
    blocks: tuple[Block, ...] = ()
    if edition.input.rates is not None:
        columns = (
            Column(edition.say("Payer")),
            Column(edition.say("Plan")),
            Column(edition.say("Setting")),
            Column(edition.say("Billing class")),
            Column(edition.say("Modifiers"), "code"),
            Column(edition.say("Type")),
            Column(edition.say("Period")),
            Column(edition.say("n"), "figure"),
            Column(edition.say("25th percentile"), "figure"),
            Column(edition.say("Median"), "figure"),
            Column(edition.say("75th percentile"), "figure"),
            Column(edition.say("Median to Medicare"), "figure"),
        )
        rows = (
            row(
                "rate-benchmarks",
                f"{each.payer}-{index}",
                Plain(payer_name(edition, each.payer)),
                Plain(each.plan),
                Plain(word(edition, each.setting)),
                Plain(word(edition, each.billing_class)),
                Plain(", ".join(each.modifiers) or "—"),
                Plain(each.negotiated_type),
                Plain(each.period),
                Plain(count(edition, each.n)),
                Plain(amount(each.p25)),
                Plain(amount(each.p50)),
                Plain(amount(each.p75)),
                Plain(against_medicare(edition, each)),
            )
            for index, each in enumerate(edition.input.rates, start=1)
        )
        blocks = table(edition, "rate-benchmarks-table", title, columns, rows, "rates")
    return Part("rate-benchmarks", title, (*blocks, *gaps_of(edition, "rate-benchmarks")))
