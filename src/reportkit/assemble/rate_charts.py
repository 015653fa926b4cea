"""Turn negotiated rates into charts: one for each bucket in which payers can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from reportkit.assemble.document import Chart, Level, Quartile, Quartiles
from reportkit.assemble.edition import Edition
from reportkit.assemble.figures import bucket, count, medicare_level, rate_name
from reportkit.model.input import Rate
from reportkit.workspace.figures import money


def rate_charts(edition: Edition, rates: Sequence[Rate], table: str) -> Iterator[Chart]:
    """The charts, in the order of the buckets in the data; `table` names the table of rates.

    A bucket with one median compares nothing and has none. A long one is parted, on one scale.
    """
    number = 0
    for rows in _buckets(rates):
        ordered = sorted(rows, key=lambda drawn: (-drawn.median, rate_name(edition, drawn.rate)))
        pages = _pages(ordered)
        for page, shown in enumerate(pages, start=1):
            number += 1
            yield _chart(edition, f"rates-chart-{number}", rows, shown, (page, len(pages)), table)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A rate that has a median."""

    rate: Rate
    median: Decimal


MOST_ROWS = 10
"""So many rows fit on a page at their own size, with names of three lines."""


def _chart(
    edition: Edition,
    key: str,
    rows: Sequence[_Drawn],
    shown: Sequence[_Drawn],
    page: tuple[int, int],
    table: str,
) -> Chart:
    caption = edition.say("Rates by payer: {bucket}", bucket=bucket(edition, rows[0].rate))
    if page[1] > 1:
        caption = edition.say("{caption} ({part} of {parts})", caption=caption, part=page[0],
                              parts=page[1])  # fmt: skip
    level = _level(edition, rows[0].rate)
    drawing = Quartiles(
        rows=tuple(_row(edition, drawn) for drawn in shown),
        level=level,
        top=max(
            amount
            for drawn in rows
            for amount in (drawn.median, drawn.rate.p75)
            if amount is not None
        ),
        spread_label=edition.say("Lower to upper quartile"),
        middle_label=edition.say("Median"),
    )
    said = [edition.say("Rates of {number} payers and plans are compared.", number=len(shown))]
    said += [_said(edition, drawn) for drawn in shown]
    if level is not None:
        said.append(edition.say("A line marks what Medicare pays: {level}.", level=level.label))
    said.append(edition.say("The figures stand in the table “{table}”.", table=table))
    return Chart(key, caption, edition.say("US dollars"), drawing, " ".join(said))


def _buckets(rates: Iterable[Rate]) -> list[list[_Drawn]]:
    found: dict[tuple[object, ...], list[_Drawn]] = {}
    for rate in rates:
        alike = (rate.published_by, rate.setting, rate.places, rate.billing_class, rate.modifiers,
                 rate.negotiated_type, rate.arrangement, rate.additional_information,
                 rate.drug_unit, rate.period)  # fmt: skip
        if rate.p50 is not None:
            found.setdefault(alike, []).append(_Drawn(rate, rate.p50))
    return [rows for rows in found.values() if len(rows) > 1]


def _pages(rows: Sequence[_Drawn]) -> list[Sequence[_Drawn]]:
    """Rows in as few parts as fit, about as long as each other."""
    parts = ceil(len(rows) / MOST_ROWS)
    length = ceil(len(rows) / parts)
    return [rows[start : start + length] for start in range(0, len(rows), length)]


def _row(edition: Edition, drawn: _Drawn) -> Quartile:
    return Quartile(
        label=rate_name(edition, drawn.rate),
        low=drawn.rate.p25,
        middle=drawn.median,
        high=drawn.rate.p75,
        shown=money(drawn.median),
        count=edition.say("n {count}", count=count(edition, drawn.rate.n)),
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


def _said(edition: Edition, drawn: _Drawn) -> str:
    """What the chart shows of a row."""
    rate, median = drawn.rate, money(drawn.median)
    name, number = rate_name(edition, rate), count(edition, rate.n)
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
