"""Make the section of rate benchmarks: negotiated rates, each bucket by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportkit.assemble.document import Block, Column, Paragraph, Plain, Row
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.figures import (
    against_medicare,
    amount,
    bucket,
    count,
    modifiers_said,
    payer_name,
    rate_name,
    span,
)
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.part import Part, gaps_of, table
from reportkit.assemble.rate_charts import rate_charts
from reportkit.model.input import AllowedAmounts, Rate


def rate_benchmarks(edition: Edition) -> Part:
    """Rates as charts, a bucket each, and as a table; hospitals' own statistics by themselves."""
    title = section_title(edition, "rate-benchmarks")
    rates, allowed = edition.input.rates, edition.input.allowed_amounts
    blocks: tuple[Block, ...] = ()
    if rates is not None:
        blocks = _rates(edition, rates, title)
    parts = (_allowed(edition, allowed),) if allowed else ()
    return Part("rate-benchmarks", title, (*blocks, *gaps_of(edition, "rate-benchmarks")), parts)


def _rates(edition: Edition, rates: Sequence[Rate], title: str) -> tuple[Block, ...]:
    columns = (
        Column(edition.say("Plan")),
        Column(edition.say("Basis")),
        Column(edition.say("n"), "figure"),
        Column(edition.say("Range"), "figure"),
        Column(edition.say("Middle half"), "figure"),
        Column(edition.say("Median"), "figure"),
        Column(edition.say("Against Medicare"), "figure"),
    )
    charts = tuple(rate_charts(edition, rates, title))
    blocks = table(edition, "rate-benchmarks-table", title, columns, _rows(edition, rates),
                   "rates", charts)  # fmt: skip
    method = edition.say(
        "n counts contracts: one for each hospital, payer and plan, or for each entry of a "
        "payer's file. Every figure is a price that was agreed. The median is the lowest price "
        "that more than half of the contracts do not exceed; the middle half runs from the lowest "
        "price that more than a quarter do not exceed to the lowest that more than three quarters "
        "do not. Fewer than 3 contracts have no median, and fewer than 5 no middle half. Rates "
        "are compared with Medicare where every place of service they hold in takes the same of "
        "its two amounts."
    )
    return (*blocks, Paragraph(Plain(method))) if rates else blocks


def _rows(edition: Edition, rates: Sequence[Rate]) -> Iterator[Row]:
    for rate in rates:
        yield record_row(
            "rate-benchmarks",
            "input.rates",
            rate,
            Plain(rate_name(edition, rate)),
            Plain(bucket(edition, rate)),
            Plain(count(edition, rate.n)),
            Plain(span(edition, rate.low, rate.high)),
            Plain(span(edition, rate.p25, rate.p75)),
            Plain(amount(rate.p50)),
            Plain(against_medicare(edition, rate)),
        )


def _allowed(edition: Edition, allowed: Sequence[AllowedAmounts]) -> Part:
    title = edition.say("Amounts allowed, as hospitals state them")
    note = edition.say(
        "Where a negotiated charge is a percentage or a formula, a hospital states what the payer "
        "allowed over about a year: its own median and percentiles of its remittances. They are "
        "no rates and are not compared with them."
    )
    columns = (
        Column(edition.say("Hospital")),
        Column(edition.say("Plan")),
        Column(edition.say("Basis")),
        Column(edition.say("Remittances"), "figure"),
        Column(edition.say("10th percentile"), "figure"),
        Column(edition.say("Median"), "figure"),
        Column(edition.say("90th percentile"), "figure"),
    )
    rows = (
        record_row(
            "allowed-amounts",
            "input.allowed_amounts",
            each,
            Plain(each.hospital),
            Plain(f"{payer_name(edition, each.payer)}, {each.plan}"),
            Plain(_basis(edition, each)),
            Plain(each.count or edition.say("not stated")),
            Plain(amount(each.p10)),
            Plain(amount(each.median)),
            Plain(amount(each.p90)),
        )
        for each in allowed
    )
    made = table(edition, "allowed-amounts-table", title, columns, rows, "allowed_amounts")
    return Part("allowed-amounts", title, (Paragraph(Plain(note)), *made))


def _basis(edition: Edition, each: AllowedAmounts) -> str:
    parts = (
        word(edition, each.setting),
        edition.say("billing class: {name}", name=word(edition, each.billing_class).lower()),
        modifiers_said(edition, each.modifiers),
        each.methodology,
        each.period,
    )
    return "; ".join(parts)
