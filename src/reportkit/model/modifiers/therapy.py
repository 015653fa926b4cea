"""List the modifiers of physical, occupational and speech therapy.

Source: CMS, claims processing manual chapter 5, and HCPCS level II, in own words.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from reportkit.model.modifiers.modifier import ANY, PROCEDURE, Modifier, cpt, ended, hcpcs

THERAPY: Final[dict[str, Modifier]] = {
    **hcpcs(
        "therapy plan of care",
        PROCEDURE,
        {
            "GN": "under a plan of care of speech-language pathology",
            "GO": "under a plan of care of occupational therapy",
            "GP": "under a plan of care of physical therapy",
        },
    ),
    **hcpcs(
        "therapy assistant",
        PROCEDURE,
        {
            "CO": "given in whole or in part by an occupational therapy assistant",
            "CQ": "given in whole or in part by a physical therapist assistant",
        },
    ),
    **cpt("habilitation", ANY, {"96": "habilitative", "97": "rehabilitative"}),
    **ended(hcpcs("habilitation", ANY, {"SZ": "habilitative"}), date(2017, 12, 31)),
    **hcpcs(
        "functional limitation",
        PROCEDURE,
        {
            "CH": "not impaired",
            "CI": "impaired by 1 to under 20 percent",
            "CJ": "impaired by 20 to under 40 percent",
            "CK": "impaired by 40 to under 60 percent",
            "CL": "impaired by 60 to under 80 percent",
            "CM": "impaired by 80 to under 100 percent",
            "CN": "impaired in full",
        },
    ),
    **hcpcs("policy condition", PROCEDURE, {"AT": "acute treatment by a chiropractor"}),
}
"""Modifiers of therapy and chiropractic."""
