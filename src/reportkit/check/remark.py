"""Say what one judge finds of a claim: what denies it, or what it could not be held against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

DENIED_CLAIM: Final = "denied-claim"
"""The rule that reports what denies a claim and no other rule looks at."""

DENIED_COMPANION: Final = "denied-companion"
"""The rule that reports what the data of another code says of its line, in `reportkit agree`."""


@dataclass(frozen=True, slots=True)
class Denial:
    """What denies a claim."""

    why: str
    rule: str | None
    """The rule that reports it; None where it lies in the code and no advice could mend it."""
    hint: str = ""
    """What to do, where the rule for denied claims reports it."""

    def __str__(self) -> str:
        return self.why if self.rule is None else f"{self.why} ({self.rule})"


@dataclass(frozen=True, slots=True)
class Unknown:
    """What a claim could not be held against."""

    why: str

    def __str__(self) -> str:
        return self.why


Remark = Denial | Unknown
