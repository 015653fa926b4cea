"""Join the statements that reportkit writes from the data, by name."""

from __future__ import annotations

from typing import Final

from reportkit.model.input import ProvidedInput
from reportkit.workspace.statements import edits, indicators, lists, payment, schedules
from reportkit.workspace.statements.statement import Statement, Writer
from reportkit.workspace.ways import Unresolved, follow, misnamed

__all__ = ["STATEMENTS", "Statement", "Writer", "said", "sayable"]

STATEMENTS: Final[dict[str, Statement]] = {
    statement.name: statement
    for module in (payment, schedules, indicators, edits, lists)
    for statement in module.STATEMENTS
}


def sayable(name: str, data: ProvidedInput) -> Statement | Unresolved:
    """The statement of a name, or why it cannot be said of this data."""
    statement = STATEMENTS.get(name)
    if statement is None:
        return misnamed("say.", name, STATEMENTS, "`reportkit statements` lists them")
    for need in statement.needs:
        value = follow(data, ("input", *need.split(".")))
        if isinstance(value, Unresolved):
            return value
        if value is None:
            return Unresolved(f"`say.{name}` needs `input.{need}`, which was not provided")
    return statement


def said(name: str, data: ProvidedInput, writer: Writer) -> str | Unresolved:
    """The sentence of a name in the writer's language, or why it cannot be said."""
    statement = sayable(name, data)
    return statement if isinstance(statement, Unresolved) else statement.write(data, writer)
