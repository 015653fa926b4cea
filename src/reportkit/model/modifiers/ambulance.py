"""List the modifiers of ambulance trips, and read those made of a start and an end.

On an ambulance line two letters name where the trip began and where it ended, so `RH` is from
a residence to a hospital. Source: CMS, claims processing manual chapter 15, in own words.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.modifier import PROCEDURE, Modifier, hcpcs

AMBULANCE: Final[dict[str, Modifier]] = hcpcs(
    "ambulance",
    PROCEDURE,
    {
        "GM": "several patients on one trip",
        "QL": "patient dead after the ambulance was called",
        "QM": "arranged for by a provider",
        "QN": "given by a provider itself",
        "TP": "trip of an empty vehicle",
        "TQ": "basic life support by volunteers",
    },
)
"""Modifiers of ambulance services that are no start and end."""

TRIP_ENDS: Final[dict[str, str]] = {
    "D": "a diagnostic or therapeutic place other than an office or hospital",
    "E": "a home for care other than a skilled nursing facility",
    "G": "a dialysis facility in a hospital",
    "H": "a hospital",
    "I": "a place of transfer between ambulances",
    "J": "a free-standing dialysis facility",
    "N": "a skilled nursing facility",
    "P": "a physician's office",
    "R": "a residence",
    "S": "the scene of an accident or sudden illness",
    "X": "a stop at a physician's office on the way to a hospital",
}
"""Letter to the start or end of a trip; X is an end alone."""


def trip(code: str) -> Modifier | None:
    """The modifier two letters make on an ambulance line; None if they name no trip."""
    if len(code) != 2 or code[0] == "X" or not set(code) <= set(TRIP_ENDS):
        return None
    meaning = f"from {TRIP_ENDS[code[0]]} to {TRIP_ENDS[code[1]]}"
    return Modifier("HCPCS", "ambulance", meaning, PROCEDURE, "both")
