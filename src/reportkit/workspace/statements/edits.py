"""Write statements on NCCI edits: limits of units, and pairs by column and indicator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.model.edits import NcciPair
from reportkit.model.input import ProvidedInput
from reportkit.workspace.statements.statement import Statement, Writer, statement


@statement("units", "mue.practitioner")
def unit_limit(data: ProvidedInput, writer: Writer) -> str:
    """How many units Medicare expects of a practitioner."""
    units = data.mue.practitioner.units if data.mue and data.mue.practitioner else 0
    if units == 1:
        return writer.say("For a practitioner Medicare expects no more than 1 unit a day.")
    return writer.say(
        "For a practitioner Medicare expects no more than {units} units a day.", units=units
    )


@statement("units", "mue.outpatient_hospital")
def hospital_unit_limit(data: ProvidedInput, writer: Writer) -> str:
    """How many units Medicare expects of an outpatient hospital."""
    units = data.mue.outpatient_hospital.units if data.mue and data.mue.outpatient_hospital else 0
    if units == 1:
        return writer.say("For an outpatient hospital Medicare expects no more than 1 unit a day.")
    return writer.say(
        "For an outpatient hospital Medicare expects no more than {units} units a day.",
        units=units,
    )


@statement("units", "mue.practitioner")
def unit_limit_kind(data: ProvidedInput, writer: Writer) -> str:
    """What a practitioner's limit counts by, and whether more can be paid."""
    mai = data.mue.practitioner.mai if data.mue and data.mue.practitioner else ""
    match mai:
        case "1":
            return writer.say("The limit of units is judged on each line of the claim.")
        case "2":
            return writer.say("The limit of units holds for the day by policy, without exception.")
        case _:
            return writer.say(
                "The limit of units holds for the day, and more is paid only if it was needed."
            )


@statement("bundling", "ncci")
def edits(data: ProvidedInput, writer: Writer) -> str:
    """How many edits pair the code with others, and of which quarters."""
    pairs = [*_pairs(data)]
    quarters = dict.fromkeys(table.quarter for table in data.ncci or ())
    if not pairs:
        return writer.say("The edits provided hold no pair with the code.")
    return writer.say(
        "NCCI edits of {quarters} pair the code with {count} others.",
        quarters=writer.listed(quarters),
        count=len({pair.beside(data.code) for pair in pairs}),
    )


@statement("bundling", "ncci")
def edits_as_column_one(data: ProvidedInput, writer: Writer) -> str:
    """With how many codes the report's own stands in column one, and is the one paid."""
    first = [pair for pair in _pairs(data) if pair.column_1 == data.code]
    return writer.say(
        "In {count} of the pairs the code stands in column one and is the one that is paid.",
        count=len(first),
    )


@statement("bundling", "ncci")
def edits_as_column_two(data: ProvidedInput, writer: Writer) -> str:
    """With how many codes the report's own stands in column two, and is the one bundled."""
    second = [pair for pair in _pairs(data) if pair.column_2 == data.code]
    return writer.say(
        "In {count} of the pairs the code stands in column two and is bundled into the other.",
        count=len(second),
    )


@statement("bundling modifiers", "ncci")
def edits_by_indicator(data: ProvidedInput, writer: Writer) -> str:
    """How many pairs a modifier can open, and how many none can."""
    indicators = [pair.indicator for pair in _pairs(data)]
    return writer.say(
        "A modifier is permitted in {open} of the pairs and in {closed} it is not.",
        open=indicators.count("1"),
        closed=indicators.count("0"),
    )


def _pairs(data: ProvidedInput) -> Iterator[NcciPair]:
    """The pairs of all tables that are neither deleted nor void."""
    for table in data.ncci or ():
        for pair in table.pairs:
            if pair.deleted is None and pair.indicator != "9":
                yield pair


STATEMENTS: Final[tuple[Statement, ...]] = (
    unit_limit,
    hospital_unit_limit,
    unit_limit_kind,
    edits,
    edits_as_column_one,
    edits_as_column_two,
    edits_by_indicator,
)
