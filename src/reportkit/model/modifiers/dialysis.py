"""List the modifiers of dialysis and of end-stage renal disease.

Source: CMS, claims processing manual chapter 8, and HCPCS level II, in own words.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from reportkit.model.modifiers.modifier import PROCEDURE, Modifier, ended, hcpcs

DIALYSIS: Final[dict[str, Modifier]] = {
    **hcpcs(
        "dialysis",
        PROCEDURE,
        {
            "AX": "item given together with dialysis",
            "AY": "for a dialysis patient but not for the renal disease",
            "CB": "ordered for dialysis, outside the composite rate and paid apart",
            "CD": "test inside the composite rate, not billed apart",
            "CE": "test of the composite rate beyond its frequency, billed apart",
            "CF": "test outside the composite rate, billed apart",
            "EM": "emergency reserve supply",
            "G1": "urea reduction ratio under 60",
            "G2": "urea reduction ratio 60 to 64.9",
            "G3": "urea reduction ratio 65 to 69.9",
            "G4": "urea reduction ratio 70 to 74.9",
            "G5": "urea reduction ratio 75 or more",
            "G6": "fewer than six sessions in a month",
            "V5": "access by a vascular catheter",
            "V6": "access by an arteriovenous graft",
            "V7": "access by an arteriovenous fistula alone",
        },
    ),
    **ended(
        hcpcs(
            "dialysis",
            PROCEDURE,
            {"V8": "an infection present", "V9": "no infection present"},
        ),
        date(2012, 3, 31),
    ),
}
"""Modifiers of dialysis."""
