"""List the modifiers of laboratory tests.

Source: CMS, claims processing manual chapter 16, and HCPCS level II, in own words.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from reportkit.model.modifiers.modifier import LABORATORY, Modifier, cpt, ended, hcpcs

LABORATORY_TESTS: Final[dict[str, Modifier]] = {
    **cpt(
        "laboratory",
        LABORATORY,
        {
            "90": "sent to an outside laboratory",
            "91": "a laboratory test repeated on purpose",
            "92": "a test with a portable kit",
        },
        "both",
    ),
    **hcpcs(
        "laboratory",
        LABORATORY,
        {
            "LR": "round trip to collect a specimen",
            "QP": "tests ordered one by one or as a recognized panel",
            "QW": "a test waived under the laboratory law (CLIA)",
        },
    ),
    **ended(
        hcpcs(
            "laboratory",
            LABORATORY,
            {"L1": "hospital laboratory test paid apart from the outpatient package"},
            "facility",
        ),
        date(2016, 12, 31),
    ),
}
"""Modifiers of laboratory tests."""
