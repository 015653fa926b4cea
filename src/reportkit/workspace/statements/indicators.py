"""Write statements on the fee schedule's indicators: global period, sides, surgeons."""

from __future__ import annotations

from typing import Final

from reportkit.model.indicators import INDICATORS
from reportkit.model.input import ProvidedInput
from reportkit.workspace.statements.statement import Statement, Writer, lower_first, statement


def meaning(writer: Writer, field: str, value: str) -> str:
    """What a value of an indicator means, to stand within a sentence; the value if unknown."""
    (indicator,) = (known for known in INDICATORS if known.field == field)
    known = indicator.values.get(value)
    return lower_first(writer.say(known.meaning)) if known else value


@statement("global-period", "mpfs.global_days")
def global_period(data: ProvidedInput, writer: Writer) -> str:
    """How long the global period is, and what it takes in."""
    days = _value(data, "global_days")
    match days:
        case "000":
            return writer.say("The global period is the day of the procedure only.")
        case "010":
            return writer.say(
                "The global period is the day of the procedure and the 10 days after it."
            )
        case "090":
            return writer.say(
                "The global period is the day before the procedure, its day, and 90 days after it."
            )
        case "XXX":
            return writer.say("The code has no global period.")
        case _:
            return writer.say(
                "The fee schedule gives the global period as {days} ({meaning}).",
                days=days,
                meaning=meaning(writer, "global_days", days),
            )


@statement("modifiers payment", "mpfs.multiple_procedure")
def multiple_procedures(data: ProvidedInput, writer: Writer) -> str:
    """What Medicare does with several procedures of a session."""
    value = _value(data, "multiple_procedure")
    return writer.say(
        "For several procedures in one session the fee schedule gives indicator {value} "
        "({meaning}).",
        value=value,
        meaning=meaning(writer, "multiple_procedure", value),
    )


@statement("modifiers payment", "mpfs.bilateral")
def both_sides(data: ProvidedInput, writer: Writer) -> str:
    """What Medicare does when both sides are treated."""
    value = _value(data, "bilateral")
    return writer.say(
        "For both sides the fee schedule gives indicator {value} ({meaning}).",
        value=value,
        meaning=meaning(writer, "bilateral", value),
    )


@statement("modifiers payment", "mpfs.assistant_surgeon")
def assistant_surgeon(data: ProvidedInput, writer: Writer) -> str:
    """Whether Medicare pays an assistant at surgery."""
    value = _value(data, "assistant_surgeon")
    return writer.say(
        "For an assistant at surgery the fee schedule gives indicator {value} ({meaning}).",
        value=value,
        meaning=meaning(writer, "assistant_surgeon", value),
    )


@statement("modifiers payment", "mpfs.co_surgeon")
def co_surgeons(data: ProvidedInput, writer: Writer) -> str:
    """Whether Medicare pays two surgeons."""
    value = _value(data, "co_surgeon")
    return writer.say(
        "For co-surgeons the fee schedule gives indicator {value} ({meaning}).",
        value=value,
        meaning=meaning(writer, "co_surgeon", value),
    )


@statement("modifiers payment", "mpfs.team_surgery")
def surgical_team(data: ProvidedInput, writer: Writer) -> str:
    """Whether Medicare pays a team."""
    value = _value(data, "team_surgery")
    return writer.say(
        "For a surgical team the fee schedule gives indicator {value} ({meaning}).",
        value=value,
        meaning=meaning(writer, "team_surgery", value),
    )


def _value(data: ProvidedInput, field: str) -> str:
    return str(getattr(data.mpfs, field))


STATEMENTS: Final[tuple[Statement, ...]] = (
    global_period,
    multiple_procedures,
    both_sides,
    assistant_surgeon,
    co_surgeons,
    surgical_team,
)
