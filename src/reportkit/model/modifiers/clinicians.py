"""List the modifiers that say who gave a service, under whom, and where clinicians are scarce.

Source: CMS, claims processing manual chapters 1 and 12, and HCPCS level II, in own words.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.modifier import ANY, PROCEDURE, Modifier, hcpcs

CLINICIANS: Final[dict[str, Modifier]] = {
    **hcpcs(
        "teaching",
        ANY,
        {
            "GC": "done in part by a resident",
            "GE": "done by a resident alone under the primary care exception",
            "GR": "done by a resident of the veterans' health system",
        },
        "professional",
    ),
    **hcpcs(
        "clinician",
        ANY,
        {
            "AE": "registered dietitian",
            "AF": "specialty physician",
            "AG": "primary physician",
            "AH": "clinical psychologist",
            "AJ": "clinical social worker",
            "AK": "physician who does not participate",
            "AM": "physician as a member of a team",
            "AO": "declined the other way of payment",
            "GF": "clinician who is not a physician, in a critical access hospital",
            "GJ": "emergency service by a physician who opted out",
            "HL": "intern",
            "HM": "less than a bachelor's degree",
            "HN": "bachelor's degree",
            "HO": "master's degree",
            "HP": "doctoral degree",
            "Q4": "the referring physician's service is exempt",
            "Q5": "a substitute under a reciprocal arrangement",
            "Q6": "a substitute paid for the time",
            "SA": "nurse practitioner together with a physician",
            "SB": "nurse midwife",
            "SD": "nurse trained for infusion at home",
            "SW": "certified diabetes educator",
            "TD": "registered nurse",
            "TE": "licensed practical or vocational nurse",
            "X1": "care of the whole patient without a planned end",
            "X2": "care of one condition without a planned end",
            "X3": "care of the whole patient for a limited time",
            "X4": "care of one condition for a limited time",
            "X5": "only as another clinician asked",
        },
        "professional",
    ),
    **hcpcs(
        "clinician",
        PROCEDURE,
        {
            "AB": "hearing service by the audiologist without an order",
            "AC": "first month of the ACCESS model, support for enrolling",
            "DA": "assessment of the mouth by a clinician other than a dentist",
        },
        "professional",
    ),
    **hcpcs(
        "shortage area",
        ANY,
        {
            "AQ": "physician in a shortage area that is not listed",
            "AR": "physician in a scarcity area",
            "AZ": "dental shortage area, for the payment on electronic records",
            "TN": "rural, or outside the usual area",
        },
        "professional",
    ),
}
"""Modifiers of clinicians."""
