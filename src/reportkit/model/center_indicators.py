"""Say what each payment indicator of a surgical center means.

Source: CMS, ambulatory surgical center payment system, Addendum DD1, in own words.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.messages import N_

CENTER_INDICATORS: Final[dict[str, str]] = {
    "A2": N_("A surgical procedure of the list of 2007, paid by the hospital's relative weight"),
    "F4": N_("Cornea tissue, paid at reasonable cost"),
    "G2": N_("A surgical procedure that is not office-based, paid by the hospital's weight"),
    "H2": N_("A brachytherapy source, paid separately"),
    "J7": N_("A device with pass-through payment, priced by the contractor"),
    "J8": N_("A procedure that relies on a costly device, paid at an adjusted rate"),
    "K2": N_("A drug or biological, paid separately"),
    "K7": N_("A drug or biological without a class, priced by the contractor"),
    "L1": N_("A vaccine, packaged into other payment"),
    "N1": N_("Packaged into the payment of another service, and not paid separately"),
    "P2": N_("An office-based procedure, paid by the hospital's relative weight"),
    "P3": N_("An office-based procedure, paid by the practice expense of an office"),
    "R2": N_("An office-based procedure without an office value, paid by the hospital's weight"),
    "Z2": N_("Radiology beside a procedure, paid by the hospital's relative weight"),
    "Z3": N_("Radiology beside a procedure, paid by the practice expense of an office"),
}
"""Payment indicator to its meaning."""
