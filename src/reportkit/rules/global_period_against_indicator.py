"""Rule: a global period typed into prose that the fee schedule does not give the code."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.modifiers import indicator
from reportkit.check.rule import rule
from reportkit.model.code_families import is_obstetric_package
from reportkit.model.modifiers.fee_schedule import OF_GLOBAL_PERIOD
from reportkit.reading.aftercare import Aftercare, aftercare, modifier_ends
from reportkit.reading.periods import (
    billed_pregnancy_visits,
    billed_visits,
    global_periods,
)
from reportkit.reading.statements import statements
from reportkit.reading.text import Text, worded_texts
from reportkit.workspace.publication import Publication

_DAYS: dict[str, int | None] = {"000": 0, "010": 10, "090": 90, "XXX": None, "ZZZ": None}
"""Indicator to the days it gives; None where it gives none."""
_HOLDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "is a major procedure": (frozenset({"090"}), frozenset({"000", "010"})),
    "has a global period": (frozenset({"000", "010", "090"}), frozenset({"XXX"})),
}
"""What is said without a number of days, to the indicators at which it holds and at which not."""


@rule("error", "codes and figures")
def global_period_against_indicator(publication: Publication) -> Iterator[Issue]:
    """A text gives the code another global period than the fee schedule does.

    Why:
        The days of the global period decide which later visits are paid. A typed number that
        disagrees with the indicator was copied from the report of another code.

    Bad:
        # summary
        importance: The code carries a global period of 90 days.

    Good:
        # summary
        importance: The code carries a global period of 10 days.
    """
    if is_obstetric_package(publication.code):
        yield from _of_pregnancy(publication)
    mpfs = publication.input.mpfs
    if mpfs is None or mpfs.global_days not in _DAYS:
        return
    days = _DAYS[mpfs.global_days]
    _, meaning = indicator("global_days", mpfs.global_days)
    for text in worded_texts(publication):
        if text.route[0] == "sources":
            continue
        for period in global_periods(text, publication.code):
            if period.days != days:
                yield Issue(
                    text.at(period.start, period.end),
                    f"a global period of {period.days} days is not the one of {publication.code}: "
                    f"{mpfs.global_days} in {mpfs.release} means {meaning}",
                    _hint(days),
                    related=((at("input", "mpfs", "global_days"), "the indicator"),),
                )
        for start, end, hint in _without_number(publication, text, mpfs.global_days):
            yield Issue(
                text.at(start, end),
                f"`{text.plain[start:end]}` is not so of {publication.code}: "
                f"{mpfs.global_days} in {mpfs.release} means {meaning}",
                hint,
                related=((at("input", "mpfs", "global_days"), "the indicator"),),
            )


def _without_number(
    publication: Publication, text: Text, value: str
) -> Iterator[tuple[int, int, str]]:
    """What a text says of the period otherwise than by its days, with a hint."""
    days, of_row = _DAYS[value], _is_of_period(publication, text)
    named: set[int] = set()
    for start, end in _of_visits(text, publication.code, days, of_row=of_row):
        named.add(text.sentence(start).start)
        yield start, end, "say that the visits belong to the service, or which ones do not"
    for statement in statements(text) if text.key not in ("report", "project") else ():
        holds, fails = _HOLDS.get(statement.topic, (frozenset(), frozenset()))
        is_told = text.sentence(statement.start).start in named
        if not is_told and value in (fails if statement.says else holds):
            yield statement.start, statement.end, _hint(days)


def _of_pregnancy(publication: Publication) -> Iterator[Issue]:
    """Visits before or after a birth that a text has paid beside the package that takes them in."""
    for text in worded_texts(publication):
        for visit in billed_pregnancy_visits(text):
            yield Issue(
                text.at(visit.start, visit.end),
                f"`{text.plain[visit.start : visit.end]}` is not so of {publication.code}, which "
                "takes in the usual visits before and after the birth",
                "say which visits do not belong to the package",
                related=((at("report", "code"), "the code"),),
            )


def _is_of_period(publication: Publication, text: Text) -> bool:
    """Whether a text says when a modifier of the global period is used."""
    match text.key, text.route:
        case "coding-specifications", ("modifiers", int(index), *_):
            return publication.coding.modifiers[index].code in OF_GLOBAL_PERIOD
    return False


def _of_visits(
    text: Text, own: str, days: int | None, *, of_row: bool
) -> Iterator[tuple[int, int]]:
    """Where a text has usual visits paid that belong to the service, or the other way round."""
    known = {period.start for period in global_periods(text, own)}
    for visit in billed_visits(text) if days else ():
        yield visit.start, visit.end
    for care in aftercare(text) if not of_row else (*aftercare(text), *modifier_ends(text)):
        if care.start not in known and not _fits(care, days):
            yield care.start, care.end


def _fits(care: Aftercare, days: int | None) -> bool:
    """Whether what is said of the days of care agrees with the period."""
    match care.extent:
        case "lasts":
            return care.days == days
        case "reaches":
            return days is not None and care.days <= days
        case "since":
            return not days or care.days == days
        case "ended":
            return days is None or care.days >= days


def _hint(days: int | None) -> str:
    if days is None:
        return "leave the days out, or say whose period it is"
    return f"write {days} days, or say whose period it is"
