"""Edition in, rate benchmarks out: negotiated rates, each bucket by itself."""

from __future__ import annotations

from reportkit.assemble.document import Block, Column, Plain
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.figures import against_medicare, amount, bucket, count, payer_name
from reportkit.assemble.labels import section_title
from reportkit.assemble.part import Part, gaps_of, table
from reportkit.assemble.rate_charts import rate_charts


def rate_benchmarks(edition: Edition) -> Part:
    """Rates as charts, a bucket each, and as a table."""
    title = section_title(edition, "rate-benchmarks")
    blocks: tuple[Block, ...] = ()
    if edition.input.rates is not None:
        columns = (
            Column(edition.say("Plan")),
            Column(edition.say("Basis")),
            Column(edition.say("n"), "figure"),
            Column(edition.say("Lower quartile"), "figure"),
            Column(edition.say("Median"), "figure"),
            Column(edition.say("Upper quartile"), "figure"),
            Column(edition.say("Against Medicare"), "figure"),
        )
        rows = (
            record_row(
                "rate-benchmarks",
                "input.rates",
                each,
                Plain(f"{payer_name(edition, each.payer)}, {each.plan}"),
                Plain(bucket(edition, each)),
                Plain(count(edition, each.n)),
                Plain(amount(each.p25)),
                Plain(amount(each.p50)),
                Plain(amount(each.p75)),
                Plain(against_medicare(edition, each)),
            )
            for each in edition.input.rates
        )
        charts = tuple(rate_charts(edition, edition.input.rates, title))
        blocks = table(edition, "rate-benchmarks-table", title, columns, rows, "rates", charts)
    return Part("rate-benchmarks", title, (*blocks, *gaps_of(edition, "rate-benchmarks")))
