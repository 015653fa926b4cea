"""Coding specifications: sections/<code>/coding-specifications.yaml."""

from typing import Literal

from reportkit.model.base import Notes, Prose, Record

ClaimLine = Literal["procedure", "second-procedure", "companion-e-m", "column-two"]


class ModifierRow(Record):
    """A row of the modifier table."""

    code: str
    """A modifier that was provided in input.yaml: `"59"`."""
    description: Prose
    """In own words, never the licensed descriptor."""
    when_to_use: Prose
    """In which case it is right, and in which it is not, beginning with `Use when`."""
    documentation: Prose
    """What the record has to show."""
    appended_to: ClaimLine
    """The line of the claim that carries the modifier."""


class ExcludedModifier(Record):
    """A provided modifier left out of the table, and why."""

    code: str
    """A modifier that was provided in input.yaml."""
    reason: Prose
    """Why the table leaves it out."""


class CompanionService(Record):
    """A service often on the same claim, with the modifiers that go on its own line."""

    name: Prose
    """What the service is, in your own words."""
    modifiers: tuple[str, ...]
    """The modifiers on its own line of the claim; `[]` if none."""
    note: Prose
    """When it is billed beside the code, and when it is part of it."""


class CodingSpecifications(Record):
    """How the code is reported: modifiers, the lines they go on, the services beside it."""

    reportkit: Literal["coding-specifications/1"]
    """The form of the file: `coding-specifications/1`."""
    intro: Prose
    """What holds for all modifiers of the code; stands above the table."""
    modifiers: tuple[ModifierRow, ...]
    """The rows of the modifier table, in the order of their codes; every provided modifier is here
    or under `excluded_modifiers`.
    """
    excluded_modifiers: tuple[ExcludedModifier, ...]
    """Provided modifiers that the table leaves out; `[]` if none."""
    companion_services: tuple[CompanionService, ...]
    """Services that often stand on the same claim; `[]` if none."""
    notes: Notes = ()
    """For editors; never published."""
