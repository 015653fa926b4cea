"""Edition in, rate benchmarks out: negotiated rates, each bucket by itself."""

from __future__ import annotations

from reportkit.assemble.document import Block, Column, Plain
from reportkit.assemble.edition import Edition, row
from reportkit.assemble.figures import against_medicare, amount, count, payer_name
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.part import Part, gaps_of, table
from reportkit.model.input import Rate


def rate_benchmarks(edition: Edition) -> Part:
    """The table of rates."""
    title = section_title(edition, "rate-benchmarks")
    blocks: tuple[Block, ...] = ()
    if edition.input.rates is not None:
        columns = (
            Column(edition.say("Payer and plan")),
            Column(edition.say("What is compared")),
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
                Plain(f"{payer_name(edition, each.payer)}, {each.plan}"),
                Plain(_bucket(edition, each)),
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


def _bucket(edition: Edition, rate: Rate) -> str:
    """What sets the rates of a bucket apart from those of any other."""
    modifiers = (
        edition.say("with modifier {codes}", codes=edition.listed(rate.modifiers))
        if rate.modifiers
        else edition.say("without modifier")
    )
    return "; ".join(
        (
            word(edition, rate.setting),
            edition.say("billing class: {name}", name=word(edition, rate.billing_class).lower()),
            modifiers,
            rate.negotiated_type,
            edition.say("published by the {who}", who=word(edition, rate.published_by).lower()),
            rate.period,
        )
    )
