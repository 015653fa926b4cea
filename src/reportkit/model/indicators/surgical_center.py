"""List what the indicators of payment to ambulatory surgical centers mean.

Source: CMS, addenda AA, BB, EE and DD1 of the rule for 2025, in own words.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.indicators.indicator import Indicator, Meaning
from reportkit.model.messages import N_

EXCLUDED: Final = "EE"
"""Stands for the addendum of excluded surgery, which has no indicators of its own."""

CENTER_PAYMENT: Final = Indicator(
    "payment_indicator",
    N_("Payment indicator"),
    {
        "A2": Meaning(N_("Surgery on the list of 2007, paid by the hospital weight")),
        "B5": Meaning(N_("Not paid; another code may be")),
        "D1": Meaning(N_("Dental item or service, not paid separately")),
        "D2": Meaning(N_("Dental surgery added in 2024 or later, not one of the office")),
        "D5": Meaning(N_("Deleted, not paid")),
        EXCLUDED: Meaning(N_("Surgery that is excluded from payment to surgical centers")),
        "F4": Meaning(N_("Corneal tissue or hepatitis B vaccine, paid at cost")),
        "G2": Meaning(
            N_("Surgery added in 2008 or later, not one of the office, paid by the hospital weight")
        ),
        "H2": Meaning(N_("Brachytherapy source beside surgery, paid at the hospital rate")),
        "J7": Meaning(N_("New device beside surgery, priced by the contractor")),
        "J8": Meaning(N_("Surgery with a costly device, paid at an adjusted rate")),
        "K2": Meaning(N_("Drug beside surgery, paid at the hospital rate")),
        "K5": Meaning(N_("Not paid for lack of price data")),
        "K7": Meaning(N_("Drug without a code of its own, priced by the contractor")),
        "L1": Meaning(N_("Influenza or pneumococcal vaccine, not paid separately")),
        "L6": Meaning(N_("Special payment for a new lens or a device or drug that spares opioids")),
        "N1": Meaning(N_("Packaged, not paid separately")),
        "P2": Meaning(N_("Surgery of the office, paid by the hospital weight, which is the lower")),
        "P3": Meaning(
            N_("Surgery of the office, paid by the practice expense of the fee schedule")
        ),
        "R2": Meaning(
            N_("Surgery of the office without practice expense there, paid by the hospital weight")
        ),
        "Z2": Meaning(N_("Imaging or test beside surgery, paid by the hospital weight")),
        "Z3": Meaning(
            N_("Imaging or test beside surgery, paid by the practice expense of the fee schedule")
        ),
    },
)
"""`payment_indicator` of the surgical center addenda."""

CENTER_DISCOUNT: Final = Indicator(
    "multiple_procedure_discount",
    N_("Subject to the discount for several procedures"),
    {
        "Y": Meaning(N_("Half the rate for all but the highest procedure of a session")),
        "N": Meaning(N_("The full rate for each procedure")),
    },
)
"""`multiple_procedure_discount`, as the file prints it."""

OFFICE_BASED: Final = frozenset({"P2", "P3", "R2"})
"""Payment indicators of surgery that is mostly done in the office."""

UNPAID: Final = frozenset({"B5", "D1", "D5", "K5", "L1", "N1"})
"""Payment indicators of what the center is not paid for separately."""
