"""Say how publications are to be read and judged, in values that can be sent to another process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportkit.cli.rule_set import Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How to check publications."""

    root: Path
    trust: Trust
    today: date
    before: Path | None = None
    """Project folder of the edition to compare with."""

    @property
    def can_be_recalled(self) -> bool:
        """False where code of the project or another folder is read, too."""
        return self.trust == "untrusted" and self.before is None
