"""List the modifiers of imaging, of advice on ordering it, and of recordings.

Source: CMS, claims processing manual chapter 13, and HCPCS level II, in own words.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.modifier import ANY, PROCEDURE, Modifier, hcpcs

IMAGING: Final[dict[str, Modifier]] = {
    **hcpcs(
        "image",
        PROCEDURE,
        {
            "CT": "scanner below the dose standard of the equipment makers",
            "FX": "X-ray on film",
            "FY": "X-ray by computed radiography on a cassette",
            "PI": "PET scan for the first plan of treatment of a tumor",
            "PS": "PET scan for a later plan of treatment of a tumor",
            "QC": "recording of a single channel",
            "QD": "recording in solid memory, digital",
            "QT": "recording on tape, analog",
        },
    ),
    **hcpcs(
        "decision support",
        ANY,
        {
            "MA": "advice on ordering not required in an emergency",
            "MB": "advice on ordering not required without internet access",
            "MC": "advice on ordering not required while software was failing",
            "MD": "advice on ordering not required in extreme circumstances",
            "ME": "the order keeps to the criteria",
            "MF": "the order does not keep to the criteria",
            "MG": "no criteria apply to the order",
            "MH": "not known whether advice was asked",
            "QQ": "advice on ordering asked and passed on",
        },
    ),
    **hcpcs(
        "eye care",
        PROCEDURE,
        {
            "AP": "refraction not measured in the eye examination",
            "LS": "implanted lens that the FDA monitors",
            "VP": "patient without a natural lens",
        },
    ),
    **hcpcs(
        "foot care",
        PROCEDURE,
        {
            "Q7": "one finding of class A",
            "Q8": "two findings of class B",
            "Q9": "one finding of class B and two of class C",
        },
    ),
}
"""Modifiers of imaging, eyes and feet."""
