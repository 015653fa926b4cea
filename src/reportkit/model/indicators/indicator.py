"""Hold what each value of a published indicator says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a value of an indicator says, and what follows for modifiers."""

    meaning: str
    effect: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: its key in the record of the input that holds it, its name, its values."""

    field: str
    name: str
    values: dict[str, Meaning]

    def told(self, value: str) -> str:
        """What a value says, as words within a sentence."""
        meaning = self.values.get(value)
        said = meaning.meaning if meaning else "a value that is not known"
        return said[:1].lower() + said[1:]
