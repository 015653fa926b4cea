"""Rule: units that fit neither the limit, nor what one unit stands for, nor the minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportkit.check.counting import (
    basis_faults,
    billed_faults,
    entry_faults,
    least_faults,
    thing_faults,
    time_faults,
    tolerance_faults,
    units_of,
)
from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.model.code_families import families_of, in_quarter_hours, minutes_of
from reportkit.reading.case import case_texts
from reportkit.reading.limits import bound_limits, denied_limits, limits, tells_of_before
from reportkit.reading.numbers import value
from reportkit.reading.text import Text, worded_texts
from reportkit.reading.units import (
    MASS,
    UnitMention,
    amounts_of_drug,
    conversions,
    counted_units,
    minutes_given,
    session_minutes,
    unit_sizes,
    units_for_one,
)
from reportkit.workspace.publication import Publication

_FIRST = {
    ("summary", "definition"): 0,
    ("billing-overview", "units"): 1,
    ("billing-overview", "description"): 2,
    ("report", "title"): 3,
}
"""Which text is believed first of what one unit stands for."""


@rule("error", "codes and figures")
def units(publication: Publication) -> Iterator[Issue]:
    """A text gives units that do not fit the limit, the size of a unit or the code's minutes.

    Why:
        Units multiply the payment. A dose or a session turned into the wrong number is an
        overpayment, and a limit that is wrong leads to denials.

    Bad:
        # billing-overview
        units: Medicare accepts 2 units on one day.

    Good:
        # billing-overview
        units: Medicare accepts {{ input.mue.practitioner.units }} unit on one day.
    """
    told: list[Issue] = []
    for issue in _faults(publication):
        if not any(_overlap(issue.at, other.at) for other in told):
            told.append(issue)
            yield issue


def _overlap(one: At, other: At) -> bool:
    """Whether two stretches of a text share characters, so that they tell of one fault."""
    if one.part is None or other.part is None or (one.key, one.route) != (other.key, other.route):
        return False
    return one.part.start < other.part.end and other.part.start < one.part.end


def _faults(publication: Publication) -> Iterator[Issue]:
    """What does not fit, which may be found of the same words in several ways."""
    texts = [text for text in worded_texts(publication) if text.key not in ("project", "input")]
    sizes = _sizes(publication, texts)
    for text, (start, end, because) in thing_faults(texts):
        yield _of_basis(text, start, end, because)
    yield from _limits(publication, texts)
    for text in texts:
        for size in unit_sizes(text):
            measure, known = _known(sizes, size.measure)
            if known is not None and (size.amount, size.measure) != (known[0], measure):
                yield _issue(text, size, f"one unit is {known[0]:f} {measure}", known[1])
        yield from _counted(text, units_for_one(text) if not sizes else ())
        yield from _by_basis(publication, text, sizes)
        yield from _converted(publication.code, text, sizes)
    if publication.is_written("clinical-context"):
        yield from _sessions(publication)


def _by_basis(publication: Publication, text: Text, sizes: dict[str, _Size]) -> Iterator[Issue]:
    """What units are said to be counted by, and units entered, that do not fit."""
    code, known = publication.code, {measure: size for measure, (size, _) in sizes.items()}
    story = text.route[:1] == ("vignette",)
    for start, end, because in (
        *basis_faults(code, text, known),
        *least_faults(code, text),
        *time_faults(code, text),
        *tolerance_faults(publication, text, known),
        *entry_faults(publication, text, known),
        *(billed_faults(code, text, known) if story else ()),
    ):
        yield _of_basis(text, start, end, because)


def _of_basis(text: Text, start: int, end: int, because: str) -> Issue:
    return Issue(
        text.at(start, end),
        f"`{text.plain[start:end]}` does not fit: {because}",
        "count units by what the code counts",
        related=((at("report", "code"), "the code"),),
    )


def _counted(text: Text, for_one: Iterable[UnitMention]) -> Iterator[Issue]:
    """Services of which each is a unit, and that are counted into another number of units."""
    for counted in (*counted_units(text), *for_one):
        if (counted.units == counted.amount) == counted.denied:
            truth = f"{counted.amount:f} {counted.measure} are {counted.amount:f}"
            yield _issue(text, counted, truth, at("report", "code"))


_Size = tuple[Decimal, At]


def _converted(code: str, text: Text, sizes: dict[str, _Size]) -> Iterator[Issue]:
    """Amounts that are turned into another number of units than they make."""
    for given in conversions(text):
        known = sizes.get(given.measure)
        if known is None:
            if given.measure == "minute" and given.units > 1 and not given.denied:
                yield _of_basis(text, given.start, given.end, "the code is not counted by time")
            continue
        units = units_of(code, given.amount, given.measure, known[0])
        if (units == given.units) == given.denied:
            yield _issue(text, given, f"{given.amount:f} {given.measure} are {units:f}", known[1])


def _known(sizes: dict[str, _Size], measure: str) -> tuple[str, _Size | None]:
    """The size of a unit in a measure, or in another one of mass where no text gives this one."""
    if measure in sizes or measure not in MASS:
        return measure, sizes.get(measure)
    other = next((other for other in MASS if other in sizes), measure)
    return other, sizes.get(other)


def _sizes(publication: Publication, texts: list[Text]) -> dict[str, _Size]:
    """What one unit stands for, by measure: from the code, else as the report says it first."""
    sizes: dict[str, _Size] = {}
    if in_quarter_hours(publication.code) or "anesthesia" in families_of(publication.code):
        sizes["minute"] = (Decimal(15), at("report", "code"))
    asp = publication.input.asp
    for amount, measure in amounts_of_drug(asp.dosage) if asp else ():
        sizes[measure] = (amount, at("input", "asp", "dosage"))
    order = sorted(texts, key=lambda text: _FIRST.get((text.key, str(text.route[0])), len(_FIRST)))
    for text in order:
        for size in unit_sizes(text):
            if _known(sizes, size.measure)[1] is None:
                sizes[size.measure] = (size.amount, text.at(size.start, size.end))
    return sizes


def _limits(publication: Publication, texts: list[Text]) -> Iterator[Issue]:
    """Numbers of units that neither setting allows."""
    mue = publication.input.mue
    if mue is None:
        return
    allowed = {limit.units for limit in (mue.practitioner, mue.outpatient_hospital) if limit}
    if not allowed:
        return
    former = _former_limits(publication)
    most = " or ".join(str(units) for units in sorted(allowed))
    for text in texts:
        for start, end in (*denied_limits(text), *bound_limits(text)):
            said = f"`{text.plain[start:end]}` is not the limit"
            yield _beyond(text, start, end, said, most, mue.quarter)
        for limit in limits(text):
            sentence = text.sentence(limit.start)
            known = allowed | former if tells_of_before(sentence) else allowed
            if limit.units not in known:
                said = f"{limit.units} is not the most units on a day"
                yield _beyond(text, limit.start, limit.end, said, most, mue.quarter)


def _former_limits(publication: Publication) -> frozenset[int]:
    """The numbers that changes of policy name, a limit that ended among them."""
    return frozenset(
        int(number)
        for row in publication.input.policy_updates or ()
        for word in row.change.split()
        if (number := value(word.strip(".,")))
    )


def _beyond(text: Text, start: int, end: int, said: str, most: str, quarter: str) -> Issue:
    return Issue(
        text.at(start, end),
        f"{said}, which is {most} in {quarter}",
        "write `{{ input.mue.practitioner.units }}`",
        related=((at("input", "mue"), "the limits provided"),),
    )


def _sessions(publication: Publication) -> Iterator[Issue]:
    """A case whose minutes another code is for."""
    yield from _longer_than_session(publication)
    known = minutes_of(publication.code)
    if known is None or in_quarter_hours(publication.code):
        return
    for text in case_texts(publication):
        if text.route[-1] != "procedure":
            continue
        for minutes, start, end in session_minutes(text):
            if minutes not in known:
                most = f" to {known.highest}" if known.highest else " or more"
                yield Issue(
                    text.at(start, end),
                    f"{minutes} minutes are not the time of {publication.code}, which is for "
                    f"{known.lowest}{most}",
                    "tell a case of this code's time",
                )


def _longer_than_session(publication: Publication) -> Iterator[Issue]:
    """More minutes of the service than the session of the case lasted."""
    for text in case_texts(publication):
        lasted = [minutes for minutes, _, _ in session_minutes(text)]
        for minutes, start, end in minutes_given(text):
            if lasted and minutes > max(lasted):
                yield Issue(
                    text.at(start, end),
                    f"`{text.plain[start:end]}` is more than the {max(lasted)} minutes of the case",
                    "give the case one length",
                )


def _issue(text: Text, mention: UnitMention, truth: str, where: At) -> Issue:
    return Issue(
        text.at(mention.start, mention.end),
        f"`{text.plain[mention.start : mention.end]}` does not fit: {truth}",
        "say the same of units everywhere",
        related=((where, "what one unit is"),),
    )
