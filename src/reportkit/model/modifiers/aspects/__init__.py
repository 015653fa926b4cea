"""Join the aspects on which modifiers say opposite things."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from reportkit.model.modifiers.aspects.anesthesia import ANESTHESIA
from reportkit.model.modifiers.aspects.aspect import Aspect
from reportkit.model.modifiers.aspects.notices import NOTICES
from reportkit.model.modifiers.aspects.parties import PARTIES
from reportkit.model.modifiers.aspects.place import PLACE
from reportkit.model.modifiers.aspects.service import SERVICE
from reportkit.model.modifiers.aspects.surgery import SURGERY
from reportkit.model.modifiers.aspects.visits import VISITS

ASPECTS: Final[dict[str, Aspect]] = {
    **PLACE,
    **SURGERY,
    **PARTIES,
    **ANESTHESIA,
    **SERVICE,
    **NOTICES,
    **VISITS,
}
"""Name to aspect."""


@lru_cache(maxsize=1024)
def aspects_of(modifier: str) -> Mapping[str, frozenset[str]]:
    """The aspects that concern a modifier, each with the values it has: LT is `side`, `left`."""
    return {name: values for name, aspect in ASPECTS.items() if (values := aspect.of(modifier))}
