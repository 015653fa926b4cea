"""Say on which families of codes modifiers go: on some alone, or on all but some."""

from __future__ import annotations

from dataclasses import dataclass

from reportkit.model.code_families.families import Family as CodeFamily
from reportkit.model.code_families.families import families_of

Families = frozenset[CodeFamily]


@dataclass(frozen=True, slots=True)
class Belonging:
    """Families of codes on which modifiers go alone, or never go."""

    on: str
    """Where they go, to be read after `goes on`."""
    source: str
    only: Families | None = None
    never: Families = frozenset()

    def takes(self, code: str) -> bool:
        """Whether the modifiers may go on a code; true for a code of no known family."""
        families = families_of(code)
        if not families:
            return True
        if self.only is not None and not families & self.only:
            return False
        return not families & self.never


def only(on: str, source: str, *families: CodeFamily) -> Belonging:
    """Modifiers that go on some families of codes alone."""
    return Belonging(on, source, only=frozenset(families))


def never(on: str, source: str, *families: CodeFamily) -> Belonging:
    """Modifiers that go on all codes but those of some families."""
    return Belonging(on, source, never=frozenset(families))
