"""Make the history of Medicare payment: a chart over days, and its table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reportkit.assemble.document import (
    Block,
    Chart,
    Column,
    History,
    Plain,
    Point,
    Row,
    Series,
)
from reportkit.assemble.edition import Edition, row
from reportkit.assemble.figures import sourced
from reportkit.assemble.labels import word
from reportkit.assemble.part import Part, sample_notice, table
from reportkit.inputs.releases import begins
from reportkit.model.fees import Mpfs, ReleasePayment
from reportkit.model.history import QUALIFYING, history_keys


def history_parts(edition: Edition, mpfs: Mpfs) -> tuple[Part, ...]:
    """Payment over releases, the current one last; nothing where no release pays by units."""
    releases = _releases(edition, mpfs)
    if not mpfs.history or not any(release.nonfacility or release.facility for release in releases):
        return ()
    title = edition.say("Payment over releases")
    columns = (
        Column(edition.say("Release")),
        Column(edition.say("From")),
        Column(edition.say("To")),
        Column(edition.say("Conversion factor"), "figure"),
        Column(word(edition, "nonfacility"), "figure"),
        Column(word(edition, "facility"), "figure"),
        Column(edition.say("Source")),
    )
    key = "payment-history-table"
    samples = (sample_notice(edition, name, key) for name in _keys(mpfs)[:-1])
    notice: tuple[Block, ...] = next(filter(None, samples), ())
    caption = edition.say("What each release pays")
    made = table(
        edition,
        key,
        caption,
        columns,
        _rows(edition, releases),
        charts=_history_chart(edition, releases, caption),
    )
    return (Part("payment-history", title, (*notice, *made)),)


@dataclass(frozen=True, slots=True)
class _Release:
    """Payment in one release; the day is not known of a release whose name does not say it."""

    name: str
    key: str
    """Of the release's origin."""
    day: date | None
    last_day: date | None
    factor: Decimal | None
    nonfacility: Decimal | None
    facility: Decimal | None
    is_second: bool = False
    """Whether it is what qualifying participants are paid, beside everybody else."""


def _releases(edition: Edition, mpfs: Mpfs) -> list[_Release]:
    payments: list[Mpfs | ReleasePayment] = [*mpfs.history, mpfs]
    releases = [
        release
        for payment, key in zip(payments, _keys(mpfs), strict=True)
        for release in _of(edition, payment, key)
    ]
    return sorted(releases, key=lambda release: release.day or date.min)


def _of(edition: Edition, payment: Mpfs | ReleasePayment, key: str) -> Iterator[_Release]:
    """A release by its factor, and by its second one where there are two."""
    name, second = payment.release, payment.qualifying
    day, last = begins(name), None
    if isinstance(payment, ReleasePayment):
        day, last = payment.begins or day, payment.ends
    yield _Release(
        name,
        key,
        day,
        last,
        payment.conversion_factor,
        payment.nonfacility_payment,
        payment.facility_payment,
    )
    if second is not None:
        said = edition.say("{release}, qualifying participants", release=name)
        yield _Release(
            said,
            f"{key}{QUALIFYING}",
            day,
            last,
            second.conversion_factor,
            second.nonfacility_payment,
            second.facility_payment,
            is_second=True,
        )


def _keys(mpfs: Mpfs) -> tuple[str, ...]:
    """Keys of the origins of every release, the current one last."""
    payments: list[Mpfs | ReleasePayment] = [*mpfs.history, mpfs]
    return history_keys("mpfs", [(payment.release, payment.released) for payment in payments])


def _source(edition: Edition, key: str) -> str:
    origin = edition.input.provenance.get(key)
    number = edition.citations.get(origin.source) if origin else None
    return edition.say("Source {number}", number=number) if number else "—"


def _rows(edition: Edition, releases: Sequence[_Release]) -> Iterator[Row]:
    for release in releases:
        yield row(
            "payment-history",
            release.name,
            Plain(release.name),
            Plain(edition.date(release.day) if release.day else "—"),
            Plain(edition.date(release.last_day) if release.last_day else "—"),
            *_amounts(edition, release),
            Plain(_source(edition, release.key)),
        )


def _amounts(edition: Edition, release: _Release) -> Iterator[Plain]:
    """The factor and both payments, of the release they stand under in the data."""
    name = release.key.removesuffix(QUALIFYING)
    earlier = name.removeprefix("mpfs.history.")
    where = "mpfs" if earlier == name else f"mpfs.history[{earlier}]"
    where += QUALIFYING if release.is_second else ""
    factor = release.factor
    yield sourced(
        "—" if factor is None else edition.number(factor), f"{where}.conversion_factor", factor
    )
    for field, amount in (
        ("nonfacility_payment", release.nonfacility),
        ("facility_payment", release.facility),
    ):
        yield sourced(edition.money(amount), f"{where}.{field}", amount)


def _history_chart(
    edition: Edition, releases: Sequence[_Release], table_caption: str
) -> tuple[Chart, ...]:
    """The chart, if there is a payment on two days at least."""
    dated = [
        (release.day, release)
        for release in releases
        if release.day is not None and not release.is_second
    ]
    lines = (
        (
            word(edition, "nonfacility"),
            [(day, release, release.nonfacility) for day, release in dated],
        ),
        (word(edition, "facility"), [(day, release, release.facility) for day, release in dated]),
    )
    series = tuple(
        Series(
            label,
            tuple(
                Point(edition.date(day), day, paid, edition.money(paid)) for day, _, paid in known
            ),
        )
        for label, known in lines
        if len({day for day, _, paid in known if paid is not None}) > 1
    )
    if not series:
        return ()
    first, last = edition.date(dated[0][0]), edition.date(dated[-1][0])
    caption = edition.say("National payment, {first} to {last}", first=first, last=last)
    said = [_said(edition, line) for line in series]
    said.append(edition.say("The figures stand in the table “{table}”.", table=table_caption))
    return (
        Chart(
            "payment-history-chart",
            caption,
            edition.say("US dollars"),
            History(series),
            " ".join(said),
        ),
    )


def _said(edition: Edition, series: Series) -> str:
    """What the chart shows of a setting: where it starts and ends, and how far it goes."""
    points = [(point.value, point) for point in series.points if point.value is not None]
    first, last = points[0][1], points[-1][1]
    lowest = min(points, key=lambda each: each[0])[1]
    highest = max(points, key=lambda each: each[0])[1]
    return edition.say(
        "{setting} payment goes from {first} on {first_day} to {last} on {last_day}; the lowest is "
        "{lowest} on {lowest_day}, the highest {highest} on {highest_day}.",
        setting=series.label,
        first=first.shown,
        first_day=first.label,
        last=last.shown,
        last_day=last.label,
        lowest=lowest.shown,
        lowest_day=lowest.label,
        highest=highest.shown,
        highest_day=highest.label,
    )
