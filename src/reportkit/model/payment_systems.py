"""Say by what Medicare pays a code that its physician fee schedule sets no amount for.

Source: CMS, record layout of the National Physician Fee Schedule Relative Value File (RVU25D),
status codes; 42 CFR 414.46 for anesthesia. In own words.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.messages import N_

NO_AMOUNT: Final[dict[str, str]] = {
    "B": N_("Medicare pays nothing for it beside the service it belongs to."),
    "C": N_("Medicare's contractors set the payment, mostly case by case."),
    "E": N_(
        "Medicare does not pay it under the physician fee schedule; where it covers it, as "
        "some drugs, it pays by another rule."
    ),
    "I": N_("Medicare does not take this code and asks for another one."),
    "J": N_(
        "Medicare pays anesthesia by base units and time, times a factor of its own for each "
        "locality."
    ),
    "M": N_("It reports a measurement and is not paid."),
    "N": N_("Medicare does not cover it."),
    "P": N_("Medicare pays nothing for it: it is bundled into another service or excluded."),
    "X": N_(
        "It is no physician service to Medicare, which pays it, if at all, under another fee "
        "schedule, as that of laboratories."
    ),
}
"""Status to what becomes of the payment."""

CONTRACTOR: Final = "C"
"""Status of what contractors price."""

PROFESSIONAL: Final = "26"
"""Modifier of the part of a service that is the clinician's, which is paid in a facility, too."""

TECHNICAL: Final = "TC"
"""Modifier of the part that is the equipment's; a hospital's own claim is without it."""
