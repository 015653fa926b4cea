"""Set what Medicare pays by its other schedules: to hospitals, laboratories, for drugs …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportkit.assemble.anesthesia import anesthesia_part
from reportkit.assemble.document import Block, Cell, Column, Facts, Ground, Paragraph, Plain, Text
from reportkit.assemble.edition import Edition, row
from reportkit.assemble.equipment import equipment_part
from reportkit.assemble.figures import dosage_said, place_of_release, sourced
from reportkit.assemble.paid import copayment
from reportkit.assemble.part import Part, provenance_line, table
from reportkit.assemble.patient_share import asks_nothing
from reportkit.assemble.telehealth import telehealth_part
from reportkit.model.indicators import HOSPITAL_STATUS
from reportkit.model.indicators.hospital import NOT_PAID, PACKAGED, PACKAGED_AT_TIMES
from reportkit.model.schedules import Asp, AspQuarter, Clfs, LaboratoryRate, Opps, OppsQuarter


def other_schedules(edition: Edition) -> Iterator[Part]:
    """A part for each of the other schedules that was provided."""
    data = edition.input
    if data.opps is not None:
        yield _hospital(edition, data.opps)
    if data.clfs is not None:
        yield _laboratory(edition, data.clfs)
    if data.asp is not None:
        yield _drug(edition, data.asp)
    if data.anesthesia is not None:
        yield anesthesia_part(edition, data.anesthesia)
    if data.dmepos is not None:
        yield equipment_part(edition, data.dmepos)
    if data.telehealth is not None:
        yield telehealth_part(edition, data.telehealth)


def _hospital(edition: Edition, opps: Opps) -> Part:
    known = HOSPITAL_STATUS.values.get(opps.status_indicator)
    status = opps.status_indicator
    words = f"{status}: {edition.say(known.meaning)}" if known else status
    pairs: list[tuple[str, Text]] = [
        (edition.say("Status indicator"), Plain(words, Ground("opps.status_indicator", status))),
        *_where(edition.say("APC class"), _apc(opps)),
        *_where(edition.say("Hospital rate"), _rate(edition, opps)),
        *_where(edition.say("Copayment"), _copayment(edition, opps)),
        *_where(edition.say("Patient's share"), _coinsurance(edition, "opps", opps.coinsurance)),
        *_where(edition.say("Relative weight"), _weight(edition, opps)),
        *([(edition.say("Note"), Plain(opps.note))] if opps.note else []),
        *_source(edition, "opps"),
    ]
    columns = (
        *_issue_columns(edition),
        Column(edition.say("Status indicator"), "code"),
        Column(edition.say("APC class"), "code"),
        Column(edition.say("Hospital rate"), "figure"),
    )
    quarters = (
        (
            *_issue(edition, quarter),
            Plain(quarter.status_indicator),
            Plain(quarter.apc or "—"),
            _of_quarter(
                edition, "opps", quarter.release, opps.release, "payment_rate", quarter.payment_rate
            ),
        )
        for quarter in (*opps.history, opps)
    )
    caption = edition.say("Outpatient hospital rates over quarters")
    history = _history(edition, "opps", caption, columns, quarters if opps.history else ())
    title = edition.say("Outpatient hospital")
    return Part("outpatient-hospital", title, (Facts("opps-facts", tuple(pairs)), *history))


def _where(label: str, value: Plain | None) -> Iterator[tuple[str, Text]]:
    """A label with its value; nothing where there is none."""
    if value is not None:
        yield label, value


def _rate(edition: Edition, opps: Opps) -> Plain | None:
    """The rate, with what packaging does to it, or why there is none; None if nothing is said."""
    if opps.status_indicator in NOT_PAID:
        return Plain(edition.say("None: the outpatient schedule does not pay it"))
    if opps.status_indicator in PACKAGED:
        return Plain(edition.say("None of its own: packaged into what it is done with"))
    if opps.payment_rate is None:
        return None
    shown = edition.exact_money(opps.payment_rate)
    if opps.status_indicator in PACKAGED_AT_TIMES:
        shown = edition.say("{rate} where it is not packaged", rate=shown)
    return Plain(shown, Ground("opps.payment_rate", str(opps.payment_rate)))


def _apc(opps: Opps) -> Plain | None:
    return Plain(opps.apc, Ground("opps.apc", opps.apc)) if opps.apc else None


def _copayment(edition: Edition, opps: Opps) -> Plain | None:
    if asks_nothing(opps):
        return Plain(edition.say("None"))
    owed = copayment(opps)
    return Plain(edition.exact_money(owed.amount), owed.ground) if owed else None


def _laboratory(edition: Edition, clfs: Clfs) -> Part:
    columns = (
        Column(edition.say("Modifier"), "code"),
        Column(edition.say("Rate"), "figure"),
        Column(edition.say("Set by")),
    )
    rows = (row("clfs", rate.modifier or "none", *_test(edition, rate)) for rate in clfs.rates)
    title = edition.say("Laboratory")
    caption = edition.say("Clinical laboratory fee schedule, {release}", release=clfs.release)
    note = edition.say(
        "Laboratories are paid this rate or their charge, whichever is lower; patients pay no "
        "share of it."
    )
    made = table(edition, "clfs-table", caption, columns, rows, "clfs")
    quarters = (
        (
            Plain(quarter.release),
            Plain(rate.modifier or "—"),
            _of_quarter(
                edition,
                "clfs",
                quarter.release,
                clfs.release,
                f"rates[{rate.modifier or ''}].rate",
                rate.rate,
            ),
        )
        for quarter in (*clfs.history, clfs)
        for rate in quarter.rates
    )
    over = edition.say("Laboratory rates over quarters")
    by_quarter = (Column(edition.say("Quarter")), *columns[:2])
    history = _history(edition, "clfs", over, by_quarter, quarters if clfs.history else ())
    return Part("laboratory", title, (Paragraph(Plain(note)), *made, *history))


def _test(edition: Edition, rate: LaboratoryRate) -> Iterator[Cell]:
    where = f"clfs.rates[{rate.modifier or ''}].rate"
    yield Plain(rate.modifier or edition.say("None"))
    if rate.rate is None:
        yield Plain(edition.say("No national rate"))
    else:
        yield Plain(edition.exact_money(rate.rate), Ground(where, str(rate.rate)))
    yield Plain(
        edition.say("Medicare, for the nation") if rate.national else edition.say("The contractor")
    )


def _drug(edition: Edition, asp: Asp) -> Part:
    limit = asp.payment_limit
    ground = Ground("asp.payment_limit", str(limit)) if limit is not None else None
    pairs: list[tuple[str, Text]] = [
        (
            edition.say("One billing unit"),
            Plain(dosage_said(asp.dosage), Ground("asp.dosage", asp.dosage)),
        ),
        *_where(
            edition.say("Limit for one unit"),
            None if limit is None else Plain(edition.exact_money(limit), ground),
        ),
        *_where(edition.say("Patient's share"), _coinsurance(edition, "asp", asp.coinsurance)),
        *_units(edition, limit),
        *([(edition.say("Note"), Plain(asp.note))] if asp.note else []),
        *_source(edition, "asp"),
    ]
    columns = (
        *_issue_columns(edition),
        Column(edition.say("One billing unit")),
        Column(edition.say("Limit for one unit"), "figure"),
    )
    caption = edition.say("Payment limits over quarters")
    quarters = (
        (
            *_issue(edition, quarter),
            Plain(dosage_said(quarter.dosage)),
            _of_quarter(
                edition, "asp", quarter.release, asp.release, "payment_limit", quarter.payment_limit
            ),
        )
        for quarter in (*asp.history, asp)
    )
    history = _history(edition, "asp", caption, columns, quarters if asp.history else ())
    return Part("drug-limit", edition.say("Drug"), (Facts("asp-facts", tuple(pairs)), *history))


def _coinsurance(edition: Edition, dataset: str, share: Decimal | None) -> Plain | None:
    if share is None:
        return None
    return Plain(edition.exact_percent(share), Ground(f"{dataset}.coinsurance", str(share)))


def _weight(edition: Edition, opps: Opps) -> Plain | None:
    weight = opps.relative_weight
    if not weight:
        return None
    return Plain(edition.number(weight), Ground("opps.relative_weight", str(weight)))


def _units(edition: Edition, limit: Decimal | None) -> Iterator[tuple[str, Text]]:
    """What several units come to, so that readers see how units and the limit go together."""
    if limit is not None:
        total = edition.say(
            "{limit} × {units} = {total}",
            limit=edition.exact_money(limit),
            units=_UNITS,
            total=edition.money(limit * _UNITS),
        )
        yield edition.say("For {units} units", units=_UNITS), Plain(total)


_UNITS = 10


def _issue_columns(edition: Edition) -> tuple[Column, Column]:
    return Column(edition.say("Quarter")), Column(edition.say("Issued"))


def _issue(edition: Edition, quarter: OppsQuarter | AspQuarter) -> tuple[Plain, Plain]:
    """A quarter, and the day of its issue, since it may be issued again."""
    day = quarter.released
    return Plain(quarter.release), Plain(edition.date(day) if day else "—")


def _of_quarter(
    edition: Edition, dataset: str, quarter: str, current: str, field: str, amount: Decimal | None
) -> Plain:
    """An amount of a quarter, with its place in the history of the dataset, or in the dataset."""
    where = place_of_release(dataset, quarter, current)
    return sourced(edition.exact_money(amount), f"{where}.{field}", amount)


def _history(
    edition: Edition,
    key: str,
    caption: str,
    columns: tuple[Column, ...],
    quarters: Iterable[tuple[Plain, ...]],
) -> tuple[Block, ...]:
    """Earlier quarters and the current one as a table; nothing without rows."""
    rows = tuple(
        row(f"{key}-history", f"{cells[0].text} {place}", *cells)
        for place, cells in enumerate(quarters, start=1)
    )
    return table(edition, f"{key}-history-table", caption, columns, rows) if rows else ()


def _source(edition: Edition, dataset: str) -> Iterator[tuple[str, Text]]:
    source = provenance_line(edition, dataset)
    if source is not None:
        yield edition.say("Source"), Plain(source)
