"""List the modifiers of facilities and of the circumstances of payment.

Source: CMS, claims processing manual chapters 4 and 32, and HCPCS level II, in own words.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from reportkit.model.modifiers.modifier import ANY, PROCEDURE, Modifier, ended, hcpcs

CIRCUMSTANCES: Final[dict[str, Modifier]] = {
    **hcpcs(
        "facility",
        ANY,
        {
            "CA": "an inpatient-only procedure on a patient who died before admission",
            "ER": "emergency department of a hospital off its campus",
            "PN": "off-campus hospital department, not excepted",
            "PO": "off-campus hospital department, excepted",
        },
        "facility",
    ),
    **ended(
        hcpcs(
            "facility",
            PROCEDURE,
            {"CP": "beside a comprehensive procedure, on another claim"},
            "facility",
        ),
        date(2017, 12, 31),
    ),
    **hcpcs("facility", PROCEDURE, {"SG": "service of a surgical center"}, "facility"),
    **hcpcs(
        "facility",
        ANY,
        {
            "PD": "within three days before the admission, in a practice the hospital owns",
            "SU": "in the physician's office, for the use of its equipment",
        },
        "professional",
    ),
    **hcpcs(
        "payment circumstance",
        ANY,
        {
            "CC": "the code was changed after filing",
            "CR": "related to a disaster",
            "CS": "no cost sharing, for testing in the COVID-19 emergency",
            "ET": "emergency service",
            "EX": "a patient who lives abroad",
            "FB": "item free of charge, or replaced at full credit",
            "FC": "replaced device at part credit",
            "GB": "filed again after a global payment demonstration",
            "M2": "Medicare pays second",
            "PM": "after death",
            "Q3": "surgery on a living kidney donor",
            "QJ": "a prisoner or person in custody",
            "SF": "second opinion that the review organization ordered",
            "SM": "second opinion on surgery",
            "SN": "third opinion on surgery",
            "SQ": "ordered by home health",
            "ST": "related to an injury",
        },
    ),
    **hcpcs(
        "payment circumstance",
        PROCEDURE,
        {
            "SH": "a second infusion at the same time",
            "SJ": "a third or further infusion at the same time",
            "SS": "home infusion given in the provider's infusion suite",
        },
    ),
}
"""Modifiers of facilities and circumstances."""
