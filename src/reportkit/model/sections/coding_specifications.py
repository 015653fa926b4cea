"""Coding specifications: sections/<code>/coding-specifications.yaml."""

from typing import Literal

from reportkit.model.base import Notes, Prose, Record

ClaimLine = Literal["procedure", "second-procedure", "companion-e-m", "column-two"]


class ModifierRow(Record):
    """A row of the modifier table."""

    code: str
    description: Prose
    """In own words, never the licensed descriptor."""
    when_to_use: Prose
    documentation: Prose
    """What the record has to show."""
    appended_to: ClaimLine
    """The line of the claim that carries the modifier."""


class ExcludedModifier(Record):
    """A provided modifier left out of the table, and why."""

    code: str
    reason: Prose


class CompanionService(Record):
    """A service often on the same claim, with the modifiers that go on its own line."""

    name: Prose
    modifiers: tuple[str, ...]
    note: Prose


class CodingSpecifications(Record):
    """How the code is reported: modifiers, the lines they go on, the services beside it."""

    reportkit: Literal["coding-specifications/1"]
    intro: Prose
    modifiers: tuple[ModifierRow, ...]
    excluded_modifiers: tuple[ExcludedModifier, ...]
    companion_services: tuple[CompanionService, ...]
    notes: Notes = ()
