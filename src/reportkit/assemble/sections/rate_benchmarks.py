"""Make rate benchmarks: a table for each group of rates that may be compared, with its picture."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportkit.assemble.document import (
    Block,
    Cell,
    Column,
    Ground,
    Paragraph,
    Plain,
    Plot,
    Table,
)
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.figures import against_medicare
from reportkit.assemble.labels import section_title
from reportkit.assemble.part import Part, gaps_of, provenance_line, sample_notice, table
from reportkit.assemble.rate_groups import RateGroup, plan_name, rate_groups
from reportkit.model.input import Rate


def rate_benchmarks(edition: Edition) -> Part:
    """Rates in groups, the highest median first, with how they were counted."""
    title = section_title(edition, "rate-benchmarks")
    blocks: tuple[Block, ...] = ()
    rates = edition.input.rates
    if rates is not None and not rates:
        blocks = table(edition, "rate-benchmarks-table", title, (), (), "rates")
    elif rates:
        groups = enumerate(rate_groups(edition, rates), start=1)
        tables = tuple(_table(edition, group, f"rates-{number}") for number, group in groups)
        samples = sample_notice(edition, "rates", "rates")
        blocks = (*samples, Paragraph(Plain(_method(edition))), *tables)
    return Part("rate-benchmarks", title, (*blocks, *gaps_of(edition, "rate-benchmarks")))


def _method(edition: Edition) -> str:
    return edition.say(
        "US dollars. n counts prices, each entry of the files once, pooled over all files of a "
        "group. P25 is the percentile 25, and so on: a price that occurs, the smallest that more "
        "than its share of all prices do not exceed; nothing is interpolated. P25 and P75 are "
        "given from 5 prices on, P10 and P90 from 11. A dot is the median; the middle half, P25 to "
        "P75, is drawn from {floor} prices on.",
        floor=SPREAD_FLOOR,
    )


def _table(edition: Edition, group: RateGroup, key: str) -> Table:
    top = _top(group)
    deciles = any(rate.p10 is not None or rate.p90 is not None for rate in group.rates)
    columns = tuple(_columns(edition, group, top, deciles=deciles))
    rows = (
        record_row("rate-benchmarks", "input.rates", rate,
                   *_cells(edition, place, rate, group, top, deciles=deciles))
        for place, rate in group.rows
    )  # fmt: skip
    level = group.level
    caption = edition.with_line(group.title, level.name, level.amount) if level else group.title
    return Table(key, caption, columns, tuple(rows), provenance_line(edition, "rates"))


def _columns(
    edition: Edition, group: RateGroup, top: Decimal, *, deciles: bool
) -> Iterator[Column]:
    yield Column(edition.say("Plan"))
    yield Column(edition.say("n"), "figure")
    if deciles:
        yield Column("P10", "figure")
    yield Column("P25", "figure")
    yield Column(edition.say("Median"), "figure")
    yield Column("P75", "figure")
    if deciles:
        yield Column("P90", "figure")
    yield Column(edition.scale(Decimal(0), top), "plot")
    if group.level is not None:
        yield Column(edition.say("Of Medicare"), "figure")


def _cells(
    edition: Edition, place: int, rate: Rate, group: RateGroup, top: Decimal, *, deciles: bool
) -> Iterator[Cell]:
    def figure(name: str) -> Plain:
        value = getattr(rate, name)
        ground = None if value is None else Ground(f"rates[{place}].{name}", str(value))
        return Plain(edition.money(value), ground)

    yield Plain(plan_name(edition, rate))
    yield Plain(edition.count(rate.n), Ground(f"rates[{place}].n", str(rate.n)))
    if deciles:
        yield figure("p10")
    yield figure("p25")
    yield figure("p50")
    yield figure("p75")
    if deciles:
        yield figure("p90")
    level = None if group.level is None else group.level.amount
    yield Plot(top, spread=_spread(rate), dot=rate.p50, line=level)
    if level is not None:
        yield Plain(against_medicare(edition, rate.p50, level))


def _spread(rate: Rate) -> tuple[Decimal, Decimal] | None:
    if rate.n < SPREAD_FLOOR or rate.p25 is None or rate.p75 is None:
        return None
    return rate.p25, rate.p75


def _top(group: RateGroup) -> Decimal:
    """The end of the scale: the largest amount drawn."""
    drawn: list[Decimal] = [] if group.level is None else [group.level.amount]
    for rate in group.rates:
        drawn += (rate.p50, *(_spread(rate) or ()))
    return max(drawn)


SPREAD_FLOOR: Final = 10
"""Of fewer prices the middle half is not drawn: it would be two or three contracts."""
