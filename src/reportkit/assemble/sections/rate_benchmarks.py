"""Make rate benchmarks: a table for each group of rates that may be compared, with its picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reportkit.assemble.allowed_amounts import allowed_amounts
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
from reportkit.assemble.edition import Amount, Edition, record_row
from reportkit.assemble.figures import against_medicare, sourced, span
from reportkit.assemble.labels import section_title
from reportkit.assemble.part import Part, gaps_of, provenance_line, sample_notice, table
from reportkit.assemble.rate_groups import RateGroup, one_price, plan_name, rate_groups
from reportkit.assemble.roundings import OF_MEDICARE
from reportkit.model.rates import Rate


def rate_benchmarks(edition: Edition) -> Part:
    """Rates in groups, the highest median first, and hospitals' own statistics by themselves."""
    title = section_title(edition, "rate-benchmarks")
    blocks: tuple[Block, ...] = ()
    rates, allowed = edition.input.rates, edition.input.allowed_amounts
    if rates is not None and not rates:
        blocks = table(edition, "rate-benchmarks-table", title, (), (), "rates")
    elif rates:
        groups = enumerate(rate_groups(edition, rates), start=1)
        tables = tuple(_table(edition, group, f"rates-{number}") for number, group in groups)
        samples = sample_notice(edition, "rates", "rates")
        blocks = (*samples, Paragraph(Plain(_method(edition))), *tables)
    parts = (allowed_amounts(edition, allowed),) if allowed else ()
    return Part("rate-benchmarks", title, (*blocks, *gaps_of(edition, "rate-benchmarks")), parts)


def _method(edition: Edition) -> str:
    return edition.say(
        "US dollars. n counts contracts: one for each hospital, payer and plan, or for each set of "
        "provider groups in a payer's file; several prices of one contract share its count. P25 "
        "is the percentile 25, and so on: a price that occurs, the smallest that more than its "
        "share of all contracts do not exceed; nothing is interpolated. The median is given from 3 "
        "contracts on, P25 and P75 from 5, P10 and P90 from 11; where there is no median the range "
        "is. A dot is the median; the middle half, P25 to P75, is drawn from {floor} contracts on. "
        "Professional rates are held against Medicare where every place of service they hold in "
        "takes the same of its two amounts.",
        floor=SPREAD_FLOOR,
    )


def _table(edition: Edition, group: RateGroup, key: str) -> Table:
    shown = _Shown.of(group)
    columns = tuple(_columns(edition, group, shown))
    rows = (
        record_row(
            "rate-benchmarks", "input.rates", rate, *_cells(edition, place, rate, group, shown)
        )
        for place, rate in group.rows
    )
    level = group.level
    caption = edition.with_line(group.title, level.name, level.amount) if level else group.title
    shown_level = (
        (sourced(edition.exact_money(level.amount), level.field, level.amount),) if level else ()
    )
    source = provenance_line(edition, "rates")
    return Table(key, caption, columns, tuple(rows), source, figures=shown_level)


@dataclass(frozen=True, slots=True)
class _Shown:
    """Which columns the table of a group has, beside those that each has."""

    percentiles: tuple[str, ...]
    ranges: bool
    top: Amount | None
    """The end of the scale of the pictures; None where nothing is drawn."""

    @classmethod
    def of(cls, group: RateGroup) -> _Shown:
        deciles = any(rate.p10 is not None or rate.p90 is not None for rate in group.rates)
        percentiles = ("p10", "p25", "p50", "p75", "p90") if deciles else ("p25", "p50", "p75")
        return cls(percentiles, any(rate.p50 is None for rate in group.rates), _top(group))


def _columns(edition: Edition, group: RateGroup, shown: _Shown) -> Iterator[Column]:
    yield Column(edition.say("Plan"))
    yield Column(edition.say("n"), "figure")
    for name in shown.percentiles:
        yield Column(edition.say("Median") if name == "p50" else name.upper(), "figure")
    if shown.ranges:
        yield Column(edition.say("Range"), "figure")
    if shown.top is not None:
        yield edition.scale(None, shown.top)
    if group.level is not None:
        yield Column(edition.say("Of Medicare"), "figure")


def _cells(
    edition: Edition, place: int, rate: Rate, group: RateGroup, shown: _Shown
) -> Iterator[Cell]:
    yield Plain(plan_name(edition, rate))
    yield Plain(edition.count(rate.n), Ground(f"rates[{place}].n", str(rate.n)))
    for name in shown.percentiles:
        value = getattr(rate, name)
        ground = None if value is None else Ground(f"rates[{place}].{name}", str(value))
        yield Plain(edition.money(value), ground)
    if shown.ranges:
        ends = None if rate.low is None or rate.high is None else f"{rate.low}, {rate.high}"
        where = f"rates[{place}].low, rates[{place}].high"
        yield sourced(span(edition, rate.low, rate.high), where, ends)
    level = None if group.level is None else group.level.amount
    if shown.top is not None:
        yield Plot(shown.top.value, spread=_spread(rate), dot=rate.p50, line=level)
    if level is not None:
        price, held = one_price(rate), OF_MEDICARE
        field = "high" if rate.p50 is None else "p50"
        yield sourced(
            against_medicare(edition, price, level), f"rates[{place}].{field}", price, held
        )


def _spread(rate: Rate) -> tuple[Decimal, Decimal] | None:
    if rate.n < SPREAD_FLOOR or rate.p25 is None or rate.p75 is None:
        return None
    return rate.p25, rate.p75


def _top(group: RateGroup) -> Amount | None:
    """The largest amount drawn."""
    drawn = [] if group.level is None else [Amount(group.level.amount, group.level.field)]
    for place, rate in group.rows:
        spread = (None, None) if _spread(rate) is None else (rate.p25, rate.p75)
        for name, amount in zip(("p50", "p25", "p75"), (rate.p50, *spread), strict=True):
            drawn += [] if amount is None else [Amount(amount, f"rates[{place}].{name}")]
    return max(drawn, default=None)


SPREAD_FLOOR: Final = 10
"""Of fewer contracts the middle half is not drawn: it would be two or three of them."""
