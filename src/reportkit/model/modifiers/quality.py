"""List the modifiers of performance measures.

Source: CMS, quality payment program specifications, in own words.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.modifier import ANY, Modifier, cpt

QUALITY: Final[dict[str, Modifier]] = cpt(
    "quality measure",
    ANY,
    {
        "1P": "measure left out for medical reasons",
        "2P": "measure left out for the patient's reasons",
        "3P": "measure left out for reasons of the system",
        "8P": "measure left out without a reason",
    },
)
"""Modifiers of category II codes."""
