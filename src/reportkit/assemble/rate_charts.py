"""Negotiated rates in, charts out: one for each bucket in which payers can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from reportkit.assemble.document import Chart, Level, Quartile, Quartiles
from reportkit.assemble.edition import Edition
from reportkit.assemble.figures import bucket, count, medicare_level, payer_name
from reportkit.model.input import Rate
from reportkit.workspace.figures import money


def rate_charts(edition: Edition, rates: Sequence[Rate], table: str) -> Iterator[Chart]:
    """The charts, in the order of the buckets in the data; `table` names the table of rates.

    A bucket with one row compares nothing and has none. A long one is parted, on one scale.
    """
    number = 0
    for rows in _buckets(rates):
        pages = _pages(sorted(rows, key=lambda rate: (-rate.p50, _name(edition, rate))))
        for page, shown in enumerate(pages, start=1):
            number += 1
            yield _chart(edition, f"rates-chart-{number}", rows, shown, (page, len(pages)), table)


MOST_ROWS = 10
"""So many rows fit on a page at their own size, with names of three lines."""


def _chart(
    edition: Edition,
    key: str,
    rows: Sequence[Rate],
    shown: Sequence[Rate],
    page: tuple[int, int],
    table: str,
) -> Chart:
    caption = edition.say("Rates by payer: {bucket}", bucket=bucket(edition, rows[0]))
    if page[1] > 1:
        caption = edition.say("{caption} ({part} of {parts})", caption=caption, part=page[0],
                              parts=page[1])  # fmt: skip
    level = _level(edition, rows[0])
    drawing = Quartiles(
        rows=tuple(_row(edition, rate) for rate in shown),
        level=level,
        top=max(amount for rate in rows for amount in (rate.p50, rate.p75) if amount is not None),
        spread_label=edition.say("Lower to upper quartile"),
        middle_label=edition.say("Median"),
    )
    said = [edition.say("Rates of {number} payers and plans are compared.", number=len(shown))]
    said += [_said(edition, rate) for rate in shown]
    if level is not None:
        said.append(edition.say("A line marks what Medicare pays: {level}.", level=level.label))
    said.append(edition.say("The figures stand in the table “{table}”.", table=table))
    return Chart(key, caption, edition.say("US dollars"), drawing, " ".join(said))


def _buckets(rates: Iterable[Rate]) -> list[list[Rate]]:
    found: dict[tuple[object, ...], list[Rate]] = {}
    for rate in rates:
        alike = (rate.published_by, rate.setting, rate.billing_class, rate.modifiers,
                 rate.negotiated_type, rate.period)  # fmt: skip
        found.setdefault(alike, []).append(rate)
    return [rows for rows in found.values() if len(rows) > 1]


def _pages(rows: Sequence[Rate]) -> list[Sequence[Rate]]:
    """Rows in as few parts as fit, about as long as each other."""
    parts = ceil(len(rows) / MOST_ROWS)
    length = ceil(len(rows) / parts)
    return [rows[start : start + length] for start in range(0, len(rows), length)]


def _row(edition: Edition, rate: Rate) -> Quartile:
    return Quartile(
        label=_name(edition, rate),
        low=rate.p25,
        middle=rate.p50,
        high=rate.p75,
        shown=money(rate.p50),
        count=edition.say("n {count}", count=count(edition, rate.n)),
    )


def _level(edition: Edition, rate: Rate) -> Level | None:
    found = medicare_level(edition, rate)
    if found is None:
        return None
    setting, payment = found
    label = (
        edition.say("Medicare, facility, {amount}", amount=money(payment))
        if setting == "facility"
        else edition.say("Medicare, non-facility, {amount}", amount=money(payment))
    )
    return Level(label, payment)


def _name(edition: Edition, rate: Rate) -> str:
    return f"{payer_name(edition, rate.payer)}, {rate.plan}"


def _said(edition: Edition, rate: Rate) -> str:
    """What the chart shows of a row."""
    name, median, number = _name(edition, rate), money(rate.p50), count(edition, rate.n)
    if rate.p25 is None or rate.p75 is None:
        return edition.say(
            "{payer}: the median is at {median}, and too few rates were published for "
            "quartiles, {count} in all.",
            payer=name, median=median, count=number,
        )  # fmt: skip
    return edition.say(
        "{payer}: half of the {count} rates lie between {low} and {high}, with the median at "
        "{median}.",
        payer=name, median=median, low=money(rate.p25), high=money(rate.p75), count=number,
    )  # fmt: skip
