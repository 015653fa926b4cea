"""List the modifiers of anesthesia and of the patient's physical status.

Source: CMS, claims processing manual chapter 12, section 50, in own words.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.modifier import ANESTHESIA, Modifier, cpt, hcpcs

ANESTHESIA_SERVICES: Final[dict[str, Modifier]] = {
    **cpt("anesthesia", ANESTHESIA, {"23": "general anesthesia where none is usual"}),
    **hcpcs(
        "anesthesia",
        ANESTHESIA,
        {
            "AA": "anesthesia by the anesthesiologist in person",
            "AD": "medical supervision of more than four anesthesias at once",
            "G8": "monitored care for a deep, complex or markedly invasive procedure",
            "G9": "monitored care for a patient with a history of severe heart or lung disease",
            "QK": "medical direction of two to four anesthesias at once",
            "QS": "monitored anesthesia care",
            "QX": "nurse anesthetist with medical direction",
            "QY": "medical direction of one nurse anesthetist",
            "QZ": "nurse anesthetist without direction",
        },
        "professional",
    ),
    **cpt(
        "physical status",
        ANESTHESIA,
        {
            "P1": "healthy patient under anesthesia",
            "P2": "mild disease under anesthesia",
            "P3": "severe disease under anesthesia",
            "P4": "severe disease that threatens life, under anesthesia",
            "P5": "not expected to live without the operation",
            "P6": "organ donor after brain death",
        },
    ),
}
"""Modifiers of anesthesia."""
