"""Hold the names of a payer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "insurer",
    "federation",
    "licensee",
    "program",
    "state program",
    "contractor",
    "pharmacy benefit",
    "dental or vision",
]


@dataclass(frozen=True, slots=True)
class KnownPayer:
    """A payer, a program or one who pays on its behalf."""

    kind: Kind
    names: tuple[str, ...]
    """Names that count as written here, or all in capitals; the first is in general use."""
    in_any_case: tuple[str, ...] = ()
    """Names that are nothing else, so that small letters are a slip."""
    uncertain: tuple[str, ...] = ()
    """Names that are also a common word or a person's, even with their capital."""
    part_of: str | None = None
    """Name of the payer it belongs to or works for: a plan, its federation."""

    @property
    def name(self) -> str:
        """The name in general use."""
        return self.names[0]
