"""List what the status indicators of payment to outpatient hospitals mean.

Source: CMS, addendum D1 of the outpatient rule, in own words.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.indicators.indicator import Indicator, Meaning
from reportkit.model.messages import N_

HOSPITAL_STATUS: Final = Indicator(
    "status_indicator",
    N_("Status indicator"),
    {
        "A": Meaning(N_("Paid under another fee schedule or system")),
        "B": Meaning(N_("Not recognized on outpatient hospital claims; another code may be")),
        "C": Meaning(N_("Inpatient procedure, not paid to outpatients")),
        "D": Meaning(N_("Deleted")),
        "E1": Meaning(N_("Not covered by Medicare")),
        "E2": Meaning(N_("Not paid for lack of price data")),
        "F": Meaning(
            N_("Corneal tissue, certain anesthetists and hepatitis B vaccine, paid at cost")
        ),
        "G": Meaning(N_("New drug, paid separately for a time")),
        "H": Meaning(N_("New device, paid separately for a time")),
        "H1": Meaning(N_("Device that spares opioids, paid separately")),
        "J1": Meaning(N_("Comprehensive: all of the claim is paid with it")),
        "J2": Meaning(N_("Comprehensive when certain services stand together")),
        "K": Meaning(N_("Drug, paid separately")),
        "K1": Meaning(N_("Drug that spares opioids, paid separately")),
        "L": Meaning(N_("Influenza or pneumococcal vaccine, paid at cost")),
        "M": Meaning(N_("Not billable to the contractor")),
        "N": Meaning(N_("Packaged, not paid separately")),
        "P": Meaning(N_("Partial hospitalization or intensive outpatient care, paid by the day")),
        "Q1": Meaning(N_("Packaged beside a service with status S, T or V")),
        "Q2": Meaning(N_("Packaged beside a service with status T")),
        "Q3": Meaning(N_("May be paid as part of a composite")),
        "Q4": Meaning(N_("Laboratory test, packaged beside another service")),
        "R": Meaning(N_("Blood or blood product, paid separately")),
        "S": Meaning(N_("Paid separately, without discount beside others")),
        "S1": Meaning(N_("Skin substitute, paid separately")),
        "T": Meaning(N_("Paid separately, with discount beside others")),
        "U": Meaning(N_("Brachytherapy source, paid separately")),
        "V": Meaning(N_("Visit to a clinic or emergency department")),
        "X": Meaning(N_("Ancillary service, until 2014")),
        "Y": Meaning(N_("Equipment that is not implanted, billed to its own contractor")),
    },
)
"""`status_indicator` of addendum B."""

PACKAGED: Final = frozenset({"N"})
"""Status of what is never paid separately."""

PACKAGED_AT_TIMES: Final = frozenset({"J2", "Q1", "Q2", "Q3", "Q4"})
"""Status of what is paid separately only where certain others do not stand beside it."""

NOT_PAID: Final = frozenset({"B", "C", "D", "E1", "E2", "M", "Y"})
"""Status of what the outpatient system pays nothing for."""

WITHOUT_RATE: Final = NOT_PAID | PACKAGED | {"A", "F", "H", "H1", "L", "P", "Q4"}
"""Status of rows that have no rate in addendum B, in the quarters of 2023 to 2026."""

PROCEDURES: Final = frozenset({"S", "T", "V"})
"""Status of what is paid separately as a procedure, a test or a visit."""

DISCOUNTED: Final = frozenset({"T"})
"""Status of what is paid less beside other procedures."""
