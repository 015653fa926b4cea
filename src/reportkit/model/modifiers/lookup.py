"""Look a modifier up as the line of a claim reads it."""

from __future__ import annotations

from reportkit.model.code_families.families import families_of
from reportkit.model.modifiers import MODIFIERS
from reportkit.model.modifiers.ambulance import trip
from reportkit.model.modifiers.modifier import Modifier


def modifier_on(modifier: str, code: str) -> Modifier | None:
    """What a modifier says on a code; None if it is not known there.

    On an ambulance code two letters name a trip, whatever they say elsewhere.
    """
    if "ambulance" in families_of(code) and (named := trip(modifier)):
        return named
    return MODIFIERS.get(modifier)
